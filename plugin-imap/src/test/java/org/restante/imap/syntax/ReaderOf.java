package org.restante.imap.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A reader over octets that are all there: the lines and literals of one command. */
public final class ReaderOf implements CommandSource {
  private static final SyntaxLimits LIMITS =
      new SyntaxLimits(1000, 100_000, Long.MAX_VALUE, 100, 20);

  private final byte[] octets;
  private int at;

  private ReaderOf(byte[] octets) {
    this.octets = octets;
  }

  /** A reader over octets. */
  public static ImapReader octets(byte[] octets) {
    ReaderOf source = new ReaderOf(octets);
    return new ImapReader(source.readLine(), source, LIMITS);
  }

  /** A reader over text, each char an octet. */
  public static ImapReader text(String text) {
    return octets(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void invite() {
    // Everything is here already.
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    int read = Math.min(length, octets.length - at);
    if (read == 0) {
      throw new SyntaxError("the end of the input");
    }
    System.arraycopy(octets, at, into, offset, read);
    at += read;
    return read;
  }

  @Override
  public byte[] readLine() {
    int start = at;
    while (at < octets.length && octets[at] != '\n') {
      at++;
    }
    int end = at > start && octets[at - 1] == '\r' ? at - 1 : at;
    at = Math.min(octets.length, at + 1);
    return Arrays.copyOfRange(octets, start, end);
  }
}
