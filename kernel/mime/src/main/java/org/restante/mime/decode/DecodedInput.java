package org.restante.mime.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A stream that turns encoded octets into decoded ones, with two octets of look-ahead. */
abstract class DecodedInput extends InputStream {

  private final InputStream source;
  private final byte[] buffer = new byte[8192];
  private int next;
  private int limit;
  private boolean exhausted;

  DecodedInput(InputStream source) {
    this.source = source;
  }

  /** The next decoded octet, or -1 at the end. */
  abstract int decode() throws IOException;

  /** Takes the next encoded octet, or -1 at the end. */
  final int take() throws IOException {
    return next < limit || fill(1) ? buffer[next++] & 0xff : -1;
  }

  /** The encoded octet {@code ahead} places on, 0 or 1, or -1 past the end; nothing is taken. */
  final int peek(int ahead) throws IOException {
    return next + ahead < limit || fill(ahead + 1) ? buffer[next + ahead] & 0xff : -1;
  }

  private boolean fill(int wanted) throws IOException {
    System.arraycopy(buffer, next, buffer, 0, limit - next);
    limit -= next;
    next = 0;
    while (limit < wanted && !exhausted) {
      int count = source.read(buffer, limit, buffer.length - limit);
      exhausted = count < 0;
      limit += Math.max(count, 0);
    }
    return limit >= wanted;
  }

  @Override
  public final int read() throws IOException {
    return decode();
  }

  @Override
  public final int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    int written = 0;
    while (written < length) {
      int octet = decode();
      if (octet < 0) {
        return written == 0 ? -1 : written;
      }
      target[offset + written++] = (byte) octet;
    }
    return written;
  }

  @Override
  public final void close() throws IOException {
    source.close();
  }
}
