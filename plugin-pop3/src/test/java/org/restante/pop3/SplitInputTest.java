package org.restante.pop3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/**
 * Commands sent together, cut anywhere, get the same replies.
 *
 * @rfc 2449 6.6
 */
class SplitInputTest {
  private static final byte[] INPUT =
      """
      USER user1\r
      PASS pass\r
      STAT\r
      DELE 1\r
      LIST\r
      RSET
      RETR 1\r
      TOP 1 0\r
      BAD\r
      QUIT\r
      """
          .getBytes(US_ASCII);

  @Test
  void everySplitPoint() {
    byte[] whole = replies(INPUT.length);
    assertThat(new String(whole, US_ASCII)).endsWith("+OK bye\r\n");
    for (int split = 1; split < INPUT.length; split++) {
      assertThat(replies(split)).as("split at %d", split).isEqualTo(whole);
    }
  }

  private static byte[] replies(int split) {
    Pop3World world = new Pop3World();
    world.deliver("A: 1\r\n\r\n.x\r\n".getBytes(US_ASCII));
    ByteArrayOutputStream replies = new ByteArrayOutputStream();
    try (MemoryConnection connection = MemoryConnection.to(world.plugin()).connect()) {
      MemoryClient client = connection.client();
      client.send(Arrays.copyOf(INPUT, split));
      connection.settle();
      client.send(Arrays.copyOfRange(INPUT, split, INPUT.length));
      String line;
      do {
        line = client.expectLine();
        replies.writeBytes((line + "\r\n").getBytes(US_ASCII));
      } while (!line.equals("+OK bye"));
    }
    return replies.toByteArray();
  }
}
