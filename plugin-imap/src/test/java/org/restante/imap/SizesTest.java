package org.restante.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/**
 * RFC822.SIZE is the number of octets of BODY[], which are those of HEADER and TEXT, and those that
 * were appended.
 *
 * @rfc 3501 2.3.4
 */
class SizesTest {

  static List<byte[]> letters() {
    return TestLetters.all();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void sizeIsTheNumberOfOctets(byte[] letter) {
    try (MemoryConnection connection = new World().connect()) {
      MemoryClient client = connection.client();
      client.sendLine("a LOGIN user1 pass\r\nb ENABLE UTF8=ACCEPT");
      client.sendLine("c APPEND INBOX {" + letter.length + "+}");
      client.send(letter);
      client.sendLine("\r\nd SELECT INBOX");
      client.expectLinesUntil("d OK");
      client.sendLine("e FETCH 1 (RFC822.SIZE BODY.PEEK[] BODY.PEEK[HEADER] BODY.PEEK[TEXT])");
      client.expectLineStarting(
          "* 1 FETCH (RFC822.SIZE " + letter.length + " BODY[] {" + letter.length);
      assertThat(client.expectOctets(letter.length)).isEqualTo(letter);
      ByteArrayOutputStream parts = new ByteArrayOutputStream();
      parts.writeBytes(client.expectOctets(announced(client)));
      parts.writeBytes(client.expectOctets(announced(client)));
      assertThat(parts.toByteArray()).isEqualTo(letter);
      client.expectLine(")");
      client.expectLineStarting("e OK");
    }
  }

  private static int announced(MemoryClient client) {
    String line = client.expectLine();
    return Integer.parseInt(line.replaceAll(".*\\{(\\d+)}", "$1"));
  }
}
