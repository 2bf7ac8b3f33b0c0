package org.restante.mime.decode;

import java.io.IOException;
import java.io.InputStream;

/**
 * Decodes quoted-printable. An equals sign that starts neither an octet nor a soft line break is
 * kept as it stands; white space at the end of a line was added in transport and is removed.
 *
 * @rfc 2045 6.7
 */
final class QuotedPrintableInput extends DecodedInput {

  /** A run of white space longer than this is given out without knowing what follows it. */
  private static final int LONGEST_RUN = 1_000;

  private final byte[] run = new byte[LONGEST_RUN];
  private int runNext;
  private int runEnd;

  QuotedPrintableInput(InputStream source) {
    super(source);
  }

  @Override
  int decode() throws IOException {
    while (true) {
      if (runNext < runEnd) {
        return run[runNext++];
      }
      int octet = take();
      if (octet == '=' && isHex(peek(0)) && isHex(peek(1))) {
        return Character.digit(take(), 16) << 4 | Character.digit(take(), 16);
      }
      if (octet != '=' && !isSpace(octet)) {
        return octet;
      }
      holdRun(octet);
    }
  }

  /** Holds an equals sign or a space with the white space after it, until it is known what ends. */
  private void holdRun(int first) throws IOException {
    runNext = 0;
    runEnd = 0;
    run[runEnd++] = (byte) first;
    while (runEnd < LONGEST_RUN && isSpace(peek(0))) {
      run[runEnd++] = (byte) take();
    }
    if (isLineEnd(peek(0))) {
      runEnd = 0;
      if (first == '=') {
        takeLineEnd();
      }
    }
  }

  private void takeLineEnd() throws IOException {
    if (take() == '\r' && peek(0) == '\n') {
      take();
    }
  }

  private static boolean isLineEnd(int octet) {
    return octet == '\r' || octet == '\n' || octet < 0;
  }

  private static boolean isSpace(int octet) {
    return octet == ' ' || octet == '\t';
  }

  private static boolean isHex(int octet) {
    return octet >= 0 && octet < 0x80 && Character.digit(octet, 16) >= 0;
  }
}
