package org.restante.rocksdb.table;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * The key, or the value, of the row that a cursor is at: one array for all of its rows, since a
 * scan of a large mailbox would make two for each message.
 */
final class RowOctets {
  private static final int FIRST = 64;

  private final ToIntFunction<byte[]> source;
  private byte[] octets = new byte[FIRST];
  private ByteBuffer view = ByteBuffer.wrap(octets);
  private int length;

  /**
   * Of a cursor.
   *
   * @param source fills the array as far as it goes; returns how long it must be
   */
  RowOctets(ToIntFunction<byte[]> source) {
    this.source = source;
  }

  /** Those of the present row; valid until this is called again. */
  ByteBuffer read() {
    length = source.applyAsInt(octets);
    if (length > octets.length) {
      octets = new byte[Math.max(length, 2 * octets.length)];
      view = ByteBuffer.wrap(octets);
      length = source.applyAsInt(octets);
    }
    return view.clear().limit(length);
  }

  /** Those that were read last. */
  byte[] copy() {
    return Arrays.copyOf(octets, length);
  }
}
