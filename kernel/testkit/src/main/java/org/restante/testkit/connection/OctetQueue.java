package org.restante.testkit.connection;

import java.util.Arrays;

/** Octets in the order in which they came. Not thread-safe: the {@link Wire} locks. */
final class OctetQueue {
  private byte[] octets = new byte[1024];
  private int head;
  private int size;
  private long taken;

  int size() {
    return size;
  }

  /** Octets that left it. */
  long taken() {
    return taken;
  }

  void add(byte[] from, int offset, int length) {
    makeRoom(length);
    System.arraycopy(from, offset, octets, head + size, length);
    size += length;
  }

  /** Index of the first LF from the head on; -1 where there is none. */
  int indexOfLineFeed() {
    for (int i = 0; i < size; i++) {
      if (octets[head + i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  int take(byte[] into, int offset, int length) {
    int count = Math.min(length, size);
    System.arraycopy(octets, head, into, offset, count);
    skip(count);
    return count;
  }

  byte[] take(int length) {
    byte[] taken = new byte[length];
    take(taken, 0, length);
    return taken;
  }

  void skip(int length) {
    head += length;
    size -= length;
    taken += length;
  }

  void clear() {
    skip(size);
  }

  byte[] peek() {
    return Arrays.copyOfRange(octets, head, head + size);
  }

  private void makeRoom(int length) {
    if (head + size + length <= octets.length) {
      return;
    }
    byte[] target =
        size + length <= octets.length
            ? octets
            : new byte[Math.max(octets.length * 2, size + length)];
    System.arraycopy(octets, head, target, 0, size);
    octets = target;
    head = 0;
  }
}
