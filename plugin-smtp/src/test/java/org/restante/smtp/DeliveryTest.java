package org.restante.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/** What is in the mailboxes after what was said. */
class DeliveryTest {
  private static final String LETTER = "Subject: one\r\n\r\nhello\r\n";

  private final SmtpWorld world = new SmtpWorld();

  /**
   * A quota is used up between RCPT and the commit: nobody loses the letter, nobody gets it twice.
   */
  @Test
  void whatOnlySomeGotIsSentAgainAndDoubledForNobody() {
    SmtpPlugin plugin = world.plugin();
    try (MemoryConnection connection = world.hello(plugin, "mx");
        MemoryConnection other = world.hello(plugin, "mx")) {
      MemoryClient client = connection.client();
      begin(client, "user1", "user3");
      send(other.client(), "user3");
      other.client().expectLineStarting("250 2.0.0 delivered");
      client.send(LETTER + ".\r\n");
      client.expectLine("451 4.3.0 not every recipient has it, send it again");
      assertThat(world.letters("user1")).containsExactly(LETTER);
      client.sendLine("MAIL FROM:<a@b.test>");
      client.expectLineStarting("250");
      client.sendLine("RCPT TO:<user1>");
      client.expectLineStarting("250");
      client.sendLine("RCPT TO:<user3>");
      client.expectLine("452 4.2.2 mailbox full");
      client.sendLine("DATA");
      client.expectLineStarting("354");
      client.send(LETTER + ".\r\n");
      client.expectLineStarting("250 2.0.0 delivered");
      assertThat(world.letters("user1")).containsExactly(LETTER);
      send(client, "user1");
      client.expectLineStarting("250 2.0.0 delivered");
      assertThat(world.letters("user1")).containsExactly(LETTER, LETTER);
    }
    assertThat(world.delivered("smtp", "overquota")).isEqualTo(2);
    assertThat(world.delivered("smtp", "ok")).isEqualTo(4);
  }

  /** The same octets sent twice are two letters. */
  @Test
  void equalLettersAreDelivered() {
    try (MemoryConnection connection = world.hello(world.plugin(), "mx")) {
      for (int i = 0; i < 3; i++) {
        send(connection.client(), "user1");
        connection.client().expectLineStarting("250 2.0.0 delivered");
      }
    }
    assertThat(world.letters("user1")).containsExactly(LETTER, LETTER, LETTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deliver", "write", "usage"})
  void aStoreThatIsAwayIsATemporaryFailure(String call) {
    FailingStore failing = new FailingStore(world.store);
    try (MemoryConnection connection = world.hello(world.plugin(failing.store()), "mx")) {
      MemoryClient client = connection.client();
      if (call.equals("usage")) {
        failing.away.add(call);
        client.send("MAIL FROM:<a@b.test>\r\nRCPT TO:<user1>\r\nDATA\r\nRSET\r\n");
        client.expectLineStarting("250");
        client.expectLine("451 4.3.2 mail can't be taken now, try again later");
        client.expectLineStarting("554");
        client.expectLineStarting("250");
      } else {
        failing.away.add(call);
        begin(client, "user1");
        client.send(LETTER + ".\r\n");
        client.expectLine("451 4.3.2 mail can't be taken now, try again later");
      }
      failing.away.clear();
      send(client, "user1");
      client.expectLineStarting("250 2.0.0 delivered");
    }
    assertThat(world.letters("user1")).containsExactly(LETTER);
  }

  /**
   * The sender keeps the letter, and tries again.
   *
   * @rfc 5321 4.2.3
   * @rfc 3463 3.4
   */
  @ParameterizedTest
  @ValueSource(strings = {"draft", "write", "deliver"})
  void aFullDiskIsInsufficientStorageForATime(String call) {
    FailingStore failing = new FailingStore(world.store);
    failing.full();
    try (MemoryConnection connection = world.hello(world.plugin(failing.store()), "mx")) {
      MemoryClient client = connection.client();
      failing.away.add(call);
      client.send("MAIL FROM:<a@b.test>\r\nRCPT TO:<user1>\r\nDATA\r\n");
      client.expectLineStarting("250");
      client.expectLineStarting("250");
      if (!call.equals("draft")) {
        client.expectLineStarting("354");
        client.send(LETTER + ".\r\n");
      }
      client.expectLine("452 4.3.1 the disk is full, try again later");
      failing.away.clear();
    }
    assertThat(world.letters("user1")).isEmpty();
  }

  @Test
  void withoutADraftNothingIsAskedFor() {
    FailingStore failing = new FailingStore(world.store);
    failing.away.add("draft");
    try (MemoryConnection connection = world.hello(world.plugin(failing.store()), "lmtp")) {
      MemoryClient client = connection.client();
      client.send("MAIL FROM:<a@b.test>\r\nRCPT TO:<user1>\r\nRCPT TO:<user2>\r\nDATA\r\nNOOP\r\n");
      client.expectLineStarting("250");
      client.expectLineStarting("250");
      client.expectLineStarting("250");
      client.expectLineStarting("451 4.3.2");
      client.expectLine("250 2.0.0 here");
    }
  }

  @Test
  void eachRecipientOfLmtpIsToldForItself() {
    FailingStore failing = new FailingStore(world.store);
    try (MemoryConnection connection = world.hello(world.plugin(failing.store()), "lmtp")) {
      MemoryClient client = connection.client();
      begin(client, "user1", "user2", "user1");
      failing.away.add("deliver");
      client.send(LETTER + ".\r\n");
      client.expectLineStarting("451 4.3.2");
      client.expectLineStarting("451 4.3.2");
      client.expectLineStarting("451 4.3.2");
    }
    assertThat(world.letters("user1")).isEmpty();
  }

  /** Octets that mail software likes to change come back as they were sent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A: 1\r\n\r\nbare\nLF\n.\nand\n.\r\nmore\r\n",
        "A: 1\r\n\r\nbare\rCR\r.\r\n",
        "A: 1\r\n\r\n\0 and \u00ff\r\n",
        "no header\r\n",
        "\r\n",
        ".\r\n",
        ""
      })
  void lettersAreKeptOctetForOctet(String letter) {
    String stuffed = letter.replace("\r\n.", "\r\n..");
    try (MemoryConnection connection = world.hello(world.plugin(), "mx")) {
      MemoryClient client = connection.client();
      begin(client, "user1");
      String sent = (stuffed.startsWith(".") ? "." : "") + stuffed + ".\r\n";
      client.send(sent.getBytes(ISO_8859_1));
      client.expectLineStarting("250 2.0.0 delivered");
    }
    assertThat(world.letters("user1")).containsExactly(letter);
  }

  /** The end in every disguise that was used to smuggle a second letter into the first. */
  @ParameterizedTest
  @ValueSource(
      strings = {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\r.\r\n", "\r\n\0.\r\n"})
  void nothingElseEndsALetter(String disguise) {
    try (MemoryConnection connection = world.hello(world.plugin(), "mx")) {
      MemoryClient client = connection.client();
      begin(client, "user1");
      client.send("A: 1\r\n\r\nx" + disguise + "MAIL FROM:<>\r\nRCPT TO:<user2>\r\nDATA\r\ny");
      client.expectSilence();
      client.send("\r\n.\r\n");
      client.expectLineStarting("250 2.0.0 delivered");
      client.expectSilence();
    }
    assertThat(world.letters("user1")).hasSize(1);
    assertThat(world.letters("user1").getFirst()).contains("MAIL FROM:<>");
  }

  /** A client that never ends a letter is not listened to for ever. */
  @Test
  void anEndlessLetterEndsTheConnection() {
    try (MemoryConnection connection = world.hello(world.plugin(), "mx")) {
      MemoryClient client = connection.client();
      begin(client, "user1");
      client.send("x".repeat(30_000));
      client.expectLine("552 5.3.4 the letter is too large");
      client.expectClosed();
    }
  }

  private static void send(MemoryClient client, String recipient) {
    begin(client, recipient);
    client.send(LETTER + ".\r\n");
  }

  private static void begin(MemoryClient client, String... recipients) {
    client.sendLine("MAIL FROM:<a@b.test>");
    client.expectLineStarting("250");
    for (String recipient : recipients) {
      client.sendLine("RCPT TO:<" + recipient + ">");
      client.expectLineStarting("250");
    }
    client.sendLine("DATA");
    client.expectLineStarting("354");
  }
}
