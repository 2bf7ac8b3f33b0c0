package org.restante.imap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Letters of every shape that a size could be got wrong for. */
final class TestLetters {
  private TestLetters() {}

  static List<byte[]> all() {
    return Stream.of(
            "x",
            "\r\n",
            "\n",
            "Subject: x",
            "Subject: x\r\n",
            "Subject: x\r\n\r\n",
            "Subject: x\n\nbare line feeds\n",
            "\r\nno header",
            "Subject: nul\0\r\n\r\n\0\0\0",
            "Subject: \u00ff\u00fe\r\n\r\n8 bit \u0080\u00ff no end",
            "X: y\r\n".repeat(1000) + "\r\nlong header",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\n"
                + "a\r\n"
                + "--b\r\n\r\n"
                + "b\r\n"
                + "--b--",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n"
                + "Content-Type: message/rfc822\r\n\r\n",
            "Subject: big\r\n\r\n" + "0123456789abcdef".repeat(40_000))
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }
}
