package org.restante.mime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line ends: the inner loop of indexing. Looks at eight octets at a time. */
final class LineFeed {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FEEDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private LineFeed() {}

  /** The index of the first LF in a range, or {@code to} if it has none. */
  static int find(byte[] octets, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long zeroWhereFeed = (long) EIGHT.get(octets, at) ^ FEEDS;
      long found = (zeroWhereFeed - ONES) & ~zeroWhereFeed & HIGHS;
      if (found != 0) { // the lowest is right; those above it may be carries
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < to && octets[at] != '\n') {
      at++;
    }
    return at;
  }
}
