package org.restante.rocksdb.table;

import org.rocksdb.CompressionType;

/** How octets are compressed on the disk; a change concerns what is written from then on. */
public enum Compression {
  /** Not at all. */
  NONE(CompressionType.NO_COMPRESSION),
  /** Quickly. */
  LZ4(CompressionType.LZ4_COMPRESSION),
  /** Well. */
  ZSTD(CompressionType.ZSTD_COMPRESSION);

  private final CompressionType type;

  Compression(CompressionType type) {
    this.type = type;
  }

  CompressionType type() {
    return type;
  }
}
