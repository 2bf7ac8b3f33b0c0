package org.restante.rocksdb;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import org.restante.blob.BlobId;

/**
 * The name of a content, made while its octets go by: see {@link
 * org.restante.rocksdb.table.Schema.Table#CONTENTS}. Whoever tries can make two contents of one
 * name, so what has the name of another content is compared with it before it takes its place (ADR
 * 26). Not thread-safe.
 */
public final class ContentName {
  private final HashStream128 hash = Hashing.xxh3_128().hashStream();
  private long size;

  /** Takes the next octets. */
  public void write(byte[] octets, int offset, int length) {
    hash.putBytes(octets, offset, length);
    size += length;
  }

  /** The name of all octets so far. */
  public BlobId end() {
    HashValue128 value = hash.get();
    return new BlobId(
        ByteBuffer.allocate(BlobId.LENGTH)
            .putLong(value.getMostSignificantBits())
            .putLong(value.getLeastSignificantBits())
            .putLong(size)
            .array());
  }

  /** The name of these octets. */
  public static BlobId of(byte[] octets) {
    ContentName name = new ContentName();
    name.write(octets, 0, octets.length);
    return name.end();
  }
}
