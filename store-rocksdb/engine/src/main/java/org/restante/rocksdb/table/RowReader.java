package org.restante.rocksdb.table;

import java.nio.ByteBuffer;

/** Sees the rows of a scan; whether to go on. */
@FunctionalInterface
public interface RowReader {

  /** One row. The buffers are valid during this call only: copy what is kept. */
  boolean row(ByteBuffer key, ByteBuffer value);

  /** A copy of a key or a value. */
  static byte[] copy(ByteBuffer octets) {
    byte[] copy = new byte[octets.remaining()];
    octets.get(octets.position(), copy);
    return copy;
  }
}
