package org.restante.launcher.letter;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Octets of a file with its line ends made CRLF where they are bare LF: files keep letters in the
 * line ends of their system, mail has only one (RFC 5321 §2.3.8). Nothing else changes.
 */
final class CrlfStream extends FilterInputStream {

  private static final int NONE = -1;
  private int previous = NONE;
  private boolean owesLineFeed;

  CrlfStream(InputStream in) {
    super(new BufferedInputStream(in, 64 * 1024));
  }

  @Override
  public int read() throws IOException {
    if (owesLineFeed) {
      owesLineFeed = false;
      previous = '\n';
      return '\n';
    }
    int octet = super.read();
    if (octet == '\n' && previous != '\r') {
      owesLineFeed = true;
      previous = '\r';
      return '\r';
    }
    previous = octet;
    return octet;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int octet = read();
      if (octet < 0) {
        break;
      }
      into[offset + count++] = (byte) octet;
    }
    return count == 0 && length > 0 ? NONE : count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
