package org.restante.rocksdb.table;

import java.nio.ByteBuffer;

/**
 * A value of {@link Schema.Table#CONTENTS}, as drawn there.
 *
 * @param storage its storage number
 * @param octets its length
 * @param chunk octets of all its chunks but the last
 * @param sealed when it was stored, ms since 1970
 * @param garbageSince when it lost its last link, ms since 1970; 0: it is linked
 * @param isFile whether its octets are a file of its own
 */
public record StoredContent(
    long storage, long octets, int chunk, long sealed, long garbageSince, boolean isFile) {

  private static final int LENGTH = 4 * Long.BYTES + Integer.BYTES;
  private static final byte FILE = 1;

  /** Reads a value. */
  public static StoredContent decode(byte[] value) {
    ByteBuffer in = ByteBuffer.wrap(value);
    return new StoredContent(
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.hasRemaining() && in.get() == FILE);
  }

  /** The value. */
  public byte[] encode() {
    ByteBuffer out =
        ByteBuffer.allocate(isFile ? LENGTH + 1 : LENGTH)
            .putLong(storage)
            .putLong(octets)
            .putInt(chunk)
            .putLong(sealed)
            .putLong(garbageSince);
    return (isFile ? out.put(FILE) : out).array();
  }

  /** Whether somebody uses it. */
  public boolean linked() {
    return garbageSince == 0;
  }

  /** The number of its chunks. */
  public int chunks() {
    return Math.toIntExact((octets + chunk - 1) / chunk);
  }

  /** The same content, linked. */
  public StoredContent asLinked() {
    return new StoredContent(storage, octets, chunk, sealed, 0, isFile);
  }

  /** The same content, garbage. */
  public StoredContent asGarbage(long since) {
    return new StoredContent(storage, octets, chunk, sealed, since, isFile);
  }
}
