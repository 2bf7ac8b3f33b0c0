package org.restante.archive;

import java.io.IOException;
import java.io.InputStream;

/** The file where a {@link TarReader} is. */
final class TarFileInput extends InputStream {
  private final TarReader tar;

  TarFileInput(TarReader tar) {
    this.tar = tar;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return length == 0 ? 0 : tar.read(into, offset, length);
  }
}
