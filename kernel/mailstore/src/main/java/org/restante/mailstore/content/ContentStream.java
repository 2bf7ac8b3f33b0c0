package org.restante.mailstore.content;

import java.io.InputStream;
import java.util.Objects;
import org.restante.message.MessageContent;

/** A range of a content as a stream. */
final class ContentStream extends InputStream {
  private final MessageContent content;
  private final long end;
  private final byte[] single = new byte[1];
  private long position;

  ContentStream(MessageContent content, long position, long length) {
    if (position < 0 || length < 0) {
      throw new IndexOutOfBoundsException("no range: " + position + ", " + length);
    }
    this.content = content;
    this.position = Math.min(position, content.size());
    this.end = this.position + Math.min(length, content.size() - this.position);
  }

  @Override
  public int read() {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (position >= end) {
      return -1;
    }
    int count = content.read(position, into, offset, (int) Math.min(length, end - position));
    position += Math.max(0, count);
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.clamp(count, 0, end - position);
    position += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position);
  }
}
