package org.restante.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testkit.connection.HandOver;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/**
 * Commands and letters sent together, cut anywhere, get the same replies and leave the same
 * letters.
 *
 * @rfc 2920 3.1
 */
class SplitInputTest {
  private static final String DATA =
      """
      MAIL FROM:<a@b.test>
      RCPT TO:<user1>
      DATA
      Subject: one

      ..dot
      .
      NOOP
      MAIL FROM:<>
      RCPT TO:<nobody>
      RCPT TO:<user2>
      DATA
      .
      RSET
      QUIT
      """;
  private static final String BDAT =
      """
      MAIL FROM:<a@b.test>
      RCPT TO:<user1>
      BDAT 13
      Subject: one
      BDAT 12 LAST


      .
      two
      x
      NOOP
      BDAT 4
      xyz
      QUIT
      """;

  @ParameterizedTest
  @ValueSource(strings = {DATA, BDAT})
  void everySplitPoint(String script) {
    // The sizes in the script count LF alone; as CRLF they are what stands here.
    String input =
        script
            .replace("\n", "\r\n")
            .replace("BDAT 13", "BDAT 14")
            .replace("BDAT 12 LAST", "BDAT 15 LAST")
            .replace("BDAT 4", "BDAT 5");
    List<String> whole = conversation(input, input.length(), false);
    assertThat(whole).anyMatch(line -> line.startsWith("221 "));
    for (int split = 1; split < input.length(); split++) {
      assertThat(conversation(input, split, false)).as("split at %d", split).isEqualTo(whole);
      if (!insideLetter(input, split)) {
        assertThat(conversation(input, split, true)).as("moved at %d", split).isEqualTo(whole);
      }
    }
  }

  /** Where the session waits for octets: it does not come to a command boundary. */
  private static boolean insideLetter(String input, int split) {
    return Stream.of(
            "DATA\r\nSubject: one\r\n\r\n..dot\r\n.\r\n",
            "DATA\r\n.\r\n",
            "BDAT 14\r\nSubject: one\r\n",
            "BDAT 15 LAST\r\n\r\n\r\n.\r\ntwo\r\nx\r\n",
            "BDAT 5\r\nxyz\r\n")
        .filter(input::contains)
        .anyMatch(
            letter -> {
              int start = input.indexOf(letter);
              int octets = start + letter.indexOf("\r\n") + 2;
              return split >= octets && split < start + letter.length();
            });
  }

  /** The replies, without ids, and the letters that are there afterwards. */
  private static List<String> conversation(String input, int split, boolean move) {
    SmtpWorld world = new SmtpWorld();
    List<String> all = new ArrayList<>();
    try (MemoryConnection connection = world.hello(world.plugin(), "mx")) {
      MemoryClient client = connection.client();
      client.send(input.substring(0, split));
      connection.settle();
      if (move && connection.handOver(world.plugin()) == HandOver.DROPPED) {
        throw new AssertionError("dropped");
      }
      client.send(input.substring(split));
      for (String line : client.expectLinesUntil("221 ")) {
        all.add(line.replaceFirst("delivered as .*", "delivered"));
      }
      client.expectClosed();
    }
    all.addAll(world.letters("user1"));
    all.addAll(world.letters("user2"));
    return all;
  }

  @Test
  void aLineThatIsTooLongIsSkippedWherePiecesMeet() {
    SmtpWorld world = new SmtpWorld();
    try (MemoryConnection connection = world.hello(world.plugin(), "mx")) {
      MemoryClient client = connection.client();
      client.send("MAIL FROM:<a@b.test>\r\nRCPT TO:<user1>\r\nDATA\r\n");
      client.expectLinesUntil("354");
      client.send("x\r\n.\r\nNOOP " + "y".repeat(5000));
      client.expectLineStarting("250 2.0.0 delivered");
      client.send("y".repeat(5000) + "\r\nNOOP\r\n");
      client.expectLine("500 5.5.2 line too long");
      client.expectLine("250 2.0.0 here");
    }
  }
}
