package org.restante.archive;

import java.io.IOException;
import java.io.OutputStream;

/** The file that a {@link TarWriter} has begun. */
final class TarFileOutput extends OutputStream {
  private final TarWriter tar;

  TarFileOutput(TarWriter tar) {
    this.tar = tar;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    tar.write(octets, offset, length);
  }
}
