package org.restante.launcher.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Octets with CRLF made LF, as files on Unix have their lines; a CR alone stays. */
final class LfStream extends FilterOutputStream {

  private boolean owesReturn;

  LfStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int octet) throws IOException {
    if (owesReturn && octet != '\n') {
      out.write('\r');
    }
    owesReturn = octet == '\r';
    if (!owesReturn) {
      out.write(octet);
    }
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(octets[i]);
    }
  }

  /** A return at the very end is written now. */
  void end() throws IOException {
    if (owesReturn) {
      out.write('\r');
      owesReturn = false;
    }
  }
}
