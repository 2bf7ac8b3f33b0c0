package org.restante.testkit.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;

/**
 * The octets of one raw line, written behind a bar: {@code | text} is a line with CRLF, {@code |-
 * text} one without an end, {@code |x 0d 0a} hexadecimal.
 */
final class Octets {

  private Octets() {}

  static byte[] of(String behindBar) {
    if (behindBar.startsWith("x ")) {
      return HexFormat.of().parseHex(behindBar.substring(1).replace(" ", ""));
    } else if (behindBar.startsWith("- ")) {
      return behindBar.substring(2).getBytes(ISO_8859_1);
    } else if (behindBar.isEmpty() || behindBar.startsWith(" ")) {
      return (behindBar.isEmpty() ? "\r\n" : behindBar.substring(1) + "\r\n").getBytes(ISO_8859_1);
    }
    throw new IllegalArgumentException("a raw line is '| text', '|- text' or '|x hex'");
  }
}
