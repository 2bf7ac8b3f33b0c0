package org.restante.core.connection;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * Netty's buffers as one row of octets. Not thread-safe. Small pieces are gathered, so that a
 * client who sends one octet at a time does not cost a whole buffer for each; a literal is never
 * searched for line feeds.
 */
final class OctetQueue {
  private static final byte LINE_FEED = '\n';
  private static final byte RETURN = '\r';

  private final ArrayDeque<ByteBuf> chunks = new ArrayDeque<>(1);
  private int size;
  private int withoutLineFeed; // octets at the head that were searched in vain

  int size() {
    return size;
  }

  /** Takes the buffer over. */
  void add(ByteBuf input) {
    int length = input.readableBytes();
    ByteBuf last = chunks.peekLast();
    if (length == 0 || (last != null && last.writableBytes() >= length)) {
      if (last != null && length > 0) {
        last.writeBytes(input);
      }
      input.release();
    } else {
      chunks.add(input);
    }
    size += length;
  }

  /** The position of the first line feed, or -1. */
  int firstLineFeed() {
    int start = 0;
    for (ByteBuf chunk : chunks) {
      int length = chunk.readableBytes();
      if (start + length > withoutLineFeed) {
        int from = chunk.readerIndex() + Math.max(0, withoutLineFeed - start);
        int at = chunk.indexOf(from, chunk.writerIndex(), LINE_FEED);
        if (at >= 0) {
          withoutLineFeed = start + at - chunk.readerIndex();
          return withoutLineFeed;
        }
      }
      start += length;
    }
    withoutLineFeed = size;
    return -1;
  }

  /** Whether the octet before this position is a carriage return. */
  boolean precededByReturn(int position) {
    int start = 0;
    for (ByteBuf chunk : chunks) {
      int length = chunk.readableBytes();
      if (position > start && position <= start + length) {
        return chunk.getByte(chunk.readerIndex() + position - 1 - start) == RETURN;
      }
      start += length;
    }
    return false;
  }

  /** Takes up to so many octets; returns how many. */
  int take(byte[] into, int offset, int length) {
    int taken = 0;
    Iterator<ByteBuf> rest = chunks.iterator();
    while (taken < length && rest.hasNext()) {
      ByteBuf chunk = rest.next();
      int count = Math.min(length - taken, chunk.readableBytes());
      chunk.readBytes(into, offset + taken, count);
      taken += count;
      releaseIfRead(chunk, rest);
    }
    removed(taken);
    return taken;
  }

  /** Drops up to so many octets; returns how many. */
  int skip(int length) {
    int skipped = 0;
    Iterator<ByteBuf> rest = chunks.iterator();
    while (skipped < length && rest.hasNext()) {
      ByteBuf chunk = rest.next();
      int count = Math.min(length - skipped, chunk.readableBytes());
      chunk.skipBytes(count);
      skipped += count;
      releaseIfRead(chunk, rest);
    }
    removed(skipped);
    return skipped;
  }

  private static void releaseIfRead(ByteBuf chunk, Iterator<ByteBuf> position) {
    if (!chunk.isReadable()) {
      position.remove();
      chunk.release();
    }
  }

  private void removed(int count) {
    size -= count;
    withoutLineFeed = Math.max(0, withoutLineFeed - count);
  }
}
