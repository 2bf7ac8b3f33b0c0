package org.restante.keyvalue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keys from {@code from} (inclusive) to {@code to} (exclusive), in unsigned octet order.
 *
 * @param from the lowest key; empty: from the first
 * @param to the first key behind the range; null: to the last
 */
@SuppressWarnings("ArrayRecordComponent") // arrays are never changed, and ranges are not compared
public record KeyRange(byte[] from, byte @Nullable [] to) {

  /** Every key. */
  public static KeyRange all() {
    return new KeyRange(new byte[0], null);
  }

  /** Every key that begins with the prefix. */
  public static KeyRange prefix(byte[] prefix) {
    return new KeyRange(prefix, successorOfPrefix(prefix));
  }

  /** The part of this range behind a key: where an ascending scan goes on. */
  public KeyRange after(byte[] key) {
    return new KeyRange(Arrays.copyOf(key, key.length + 1), to);
  }

  /** The part of this range before a key: where a descending scan goes on. */
  public KeyRange before(byte[] key) {
    return new KeyRange(from, key);
  }

  private static byte @Nullable [] successorOfPrefix(byte[] prefix) {
    int length = prefix.length;
    while (length > 0 && prefix[length - 1] == (byte) 0xff) {
      length--;
    }
    if (length == 0) {
      return null;
    }
    byte[] next = Arrays.copyOf(prefix, length);
    next[length - 1]++;
    return next;
  }
}
