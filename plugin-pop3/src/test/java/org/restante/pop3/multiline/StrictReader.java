package org.restante.pop3.multiline;

import java.io.ByteArrayOutputStream;

/**
 * A client that takes RFC 1939 §3 by the letter: lines end at CRLF, one dot in front of a line is
 * dropped, a line of one dot is the end.
 */
final class StrictReader {

  private StrictReader() {}

  /** What the client gets, line ends included; the response has to end where its octets end. */
  static byte[] read(byte[] response) {
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = endOfLine(response, at);
      boolean dot = response[at] == '.';
      if (dot && end - at == 3) {
        if (end != response.length) {
          throw new AssertionError("the response ends at " + end + " of " + response.length);
        }
        return letter.toByteArray();
      }
      int from = dot ? at + 1 : at;
      letter.write(response, from, end - from);
      at = end;
    }
  }

  private static int endOfLine(byte[] response, int from) {
    for (int i = from + 1; i < response.length; i++) {
      if (response[i - 1] == '\r' && response[i] == '\n') {
        return i + 1;
      }
    }
    throw new AssertionError("a line without end at " + from);
  }
}
