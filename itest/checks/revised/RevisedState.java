package org.restante.revised.PROTOCOL;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A suspended state as the revised build of a plugin has it in its newest version. No older build
 * can read it, and nothing of the kernel knows it:
 *
 * <pre>
 * "R2" | field … from the last to the first
 * field  length (8) | 0x10000 + number (4) | value, every bit of it turned over
 * </pre>
 */
final class RevisedState {
  private static final short MARK = ('R' << 8) | '2';
  private static final int HEAD = Long.BYTES + Integer.BYTES;
  private static final int OLD_HEAD = Short.BYTES + Integer.BYTES;
  private static final int NUMBERS = 0x10000;

  private RevisedState() {}

  /** The state in this version, of one in the version before. */
  static byte[] written(int version, byte[] state) {
    if (version < NEWEST) {
      return state;
    }
    ByteBuffer in = ByteBuffer.wrap(state);
    Deque<ByteBuffer> fields = new ArrayDeque<>();
    int size = Short.BYTES;
    for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
      int number = Short.toUnsignedInt(in.getShort());
      byte[] value = turned(in, in.getInt());
      fields.push(
          ByteBuffer.allocate(HEAD + value.length)
              .putLong(value.length)
              .putInt(NUMBERS + number)
              .put(value)
              .flip());
      size += HEAD + value.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).putShort(MARK);
    fields.forEach(out::put);
    return out.array();
  }

  /** The state in the version before, of one in this version. */
  static byte[] read(int version, byte[] state) {
    if (version < NEWEST) {
      return state;
    }
    ByteBuffer in = ByteBuffer.wrap(state);
    if (in.getShort() != MARK) {
      throw new IllegalArgumentException("no mark");
    }
    Deque<ByteBuffer> fields = new ArrayDeque<>();
    int size = Short.BYTES;
    while (in.hasRemaining()) {
      int length = (int) in.getLong();
      int number = in.getInt() - NUMBERS;
      byte[] value = turned(in, length);
      fields.push(
          ByteBuffer.allocate(OLD_HEAD + length)
              .putShort((short) number)
              .putInt(length)
              .put(value)
              .flip());
      size += OLD_HEAD + length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).putShort((short) fields.size());
    fields.forEach(out::put);
    return out.array();
  }

  private static byte[] turned(ByteBuffer in, int length) {
    byte[] value = new byte[length];
    in.get(value);
    for (int i = 0; i < length; i++) {
      value[i] = (byte) ~value[i];
    }
    return value;
  }
}
