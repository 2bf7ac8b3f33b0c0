package org.restante.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/**
 * What a submitted letter lacks stands in front of it, the rest is as it was.
 *
 * @rfc 6409 8.2
 * @rfc 6409 8.3
 */
class MissingFieldsTest {
  private final SmtpWorld world = new SmtpWorld();

  @ParameterizedTest
  @CsvSource({
    "S: x~~body~, true, true",
    "Date: x~~body~, false, true",
    "s: x~MESSAGE-id : <1>~~body~, true, false",
    "Message-ID: <1>~date: x~~body~, false, false",
    "S: x~~Date: in the body~, true, true",
    "S: x~ Date: folded~~, true, true",
    "S: no body~, true, true",
    "~body~, true, true"
  })
  void areAdded(String letter, boolean date, boolean messageId) {
    String text = letter.replace("~", "\r\n");
    submit(text);
    String stored = world.stored("user1").getFirst();
    assertThat(stored).endsWith(text);
    String front = stored.substring(0, stored.length() - text.length());
    assertThat(front.contains("\r\nDate: Fri, 2 Jan 2026 04:04:05 +0100\r\n")).isEqualTo(date);
    assertThat(front.contains("\r\nMessage-ID: <")).isEqualTo(messageId);
    assertThat(front).endsWith("\r\n").startsWith("Return-Path: <a@b.test>\r\nReceived: ");
  }

  @Test
  void nothingIsAddedToAHeaderWithoutEnd() {
    String text = "X: " + "x".repeat(70_000) + "\r\n\r\nbody\r\n";
    submit(text);
    assertThat(world.stored("user1").getFirst()).endsWith(text).doesNotContain("Message-ID");
  }

  private void submit(String text) {
    try (MemoryConnection connection =
        MemoryConnection.to(world.plugin()).role("submission").connect()) {
      MemoryClient client = connection.client();
      client.send(
          """
          EHLO c.test
          AUTH PLAIN AHVzZXIxAHBhc3M=
          MAIL FROM:<a@b.test>
          RCPT TO:<user1@localhost>
          DATA
          """);
      client.expectLinesUntil("354");
      client.send(text + ".\r\nQUIT\r\n");
      client.expectLineStarting("250 2.0.0 delivered");
      client.expectLineStarting("221");
    }
  }
}
