package org.restante.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/** However the network cuts the input into pieces, the answers are the same. */
class SplitInputTest {
  private static final byte[] INPUT =
      ("a LOGIN {5+}\r\nuser1 {4+}\r\npass\r\n"
              + "b CREATE \"a box\"\r\n"
              + "c APPEND \"a box\" (\\Seen) {26+}\r\nSubject: x\r\n\r\nb NOOP\r\n{3+}\r\n"
              + "d NONSENSE {4+}\r\ne NO more {1+}\r\nx\r\n"
              + "e EXAMINE \"a box\"\r\n"
              + "f FETCH 1 (RFC822.SIZE BODY[])\r\n"
              + "g UID SEARCH TEXT {1+}\r\nX\r\n"
              + "h IDLE\r\nDONE\r\n"
              + "i LOGOUT\r\n")
          .getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void everySplitPointGivesTheSameAnswers() {
    List<String> whole = answers(INPUT.length);
    assertThat(whole).hasSizeGreaterThan(15);
    for (int at = 1; at < INPUT.length; at++) {
      assertThat(answers(at)).as("split at " + at).isEqualTo(whole);
    }
  }

  private static List<String> answers(int at) {
    try (MemoryConnection connection = new World().connect()) {
      MemoryClient client = connection.client();
      client.send(Arrays.copyOf(INPUT, at));
      client.send(Arrays.copyOfRange(INPUT, at, INPUT.length));
      return client.expectLinesUntil("i ").stream()
          .map(line -> line.replaceAll("(UIDVALIDITY|APPENDUID) \\d+", "$1 n"))
          .toList();
    }
  }
}
