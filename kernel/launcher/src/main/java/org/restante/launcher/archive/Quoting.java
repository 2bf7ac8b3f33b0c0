package org.restante.launcher.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a letter into an mbox: lines that would end it are quoted (mboxrd). */
final class Quoting extends FilterOutputStream {

  private static final byte[] FROM = "From ".getBytes(US_ASCII);

  /** How many octets of {@code From } this line has so far; -1: it is another line. */
  private int matched;

  private int quotes;
  private boolean lineBegun;

  Quoting(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int octet) throws IOException {
    if (octet == '\n') {
      flushLine();
      out.write('\n');
      matched = 0;
      lineBegun = false;
      return;
    }
    lineBegun = true;
    if (matched == 0 && octet == '>') {
      quotes++;
    } else if (matched >= 0 && octet == FROM[matched]) {
      matched++;
      if (matched == FROM.length) {
        out.write('>');
        flushLine();
      }
    } else {
      flushLine();
      out.write(octet);
    }
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(octets[i]);
    }
  }

  /** The last line ends, whether or not the letter ended it. */
  void end() throws IOException {
    if (lineBegun) {
      write('\n');
    }
  }

  /** Writes what was held back of this line; the rest of it passes. */
  private void flushLine() throws IOException {
    for (; quotes > 0; quotes--) {
      out.write('>');
    }
    if (matched > 0) {
      out.write(FROM, 0, matched);
    }
    matched = -1;
  }
}
