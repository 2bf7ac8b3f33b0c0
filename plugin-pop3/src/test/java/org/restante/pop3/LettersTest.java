package org.restante.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.blob.BlobProof;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.message.MessageContent;
import org.restante.message.UidSet;
import org.restante.refusal.DamagedMessage;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/**
 * Letters through store and session: sizes and octets.
 *
 * @rfc 1939 5
 * @rfc 1939 11
 */
class LettersTest {
  private final Pop3World world = new Pop3World();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A: 1\r\n\r\n.\r\n..\r\n...x\r\n",
        "A: 1\r\n\r\nno line end",
        "A: 1\n\nbare LF\n.x\n..\n",
        "A: 1\r\n\r\nends in CR\r",
        "A: 1\r\n\r\nNUL \0 and \u00ff\r\n",
        "x",
        "\r\n",
        ".",
        ".\r\n.\r\n"
      })
  void listCountsWhatRetrGives(String text) {
    byte[] letter = text.getBytes(ISO_8859_1);
    world.deliver(letter);
    try (MemoryConnection connection = world.login(world.plugin())) {
      check(connection.client(), 1, letter);
    }
  }

  @Test
  void aLetterThatCantBeReadIsRefusedBeforeAWordOfIt() {
    assertThatThrownBy(() -> new LetterPieces(new Damaged(), 10))
        .isInstanceOf(DamagedMessage.class);
  }

  /** Nothing of it can be read. */
  private static final class Damaged implements MessageContent {
    @Override
    public long size() {
      return 100;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
      throw new DamagedMessage("as a test wants it");
    }

    @Override
    public InputStream stream(long position, long length) {
      throw new DamagedMessage("as a test wants it");
    }

    @Override
    public BlobProof proof() {
      throw new DamagedMessage("as a test wants it");
    }

    @Override
    public void close() {}
  }

  @Test
  void aLargeLetterComesPieceByPiece() {
    byte[] letter = new byte[200_000];
    new Random(1).nextBytes(letter);
    world.deliver(letter);
    try (MemoryConnection connection = world.login(world.plugin())) {
      check(connection.client(), 1, letter);
    }
  }

  private static void check(MemoryClient client, int number, byte[] letter) {
    client.sendLine("LIST " + number);
    client.expectLine("+OK " + number + " " + letter.length);
    client.sendLine("RETR " + number);
    client.expectLine("+OK " + letter.length + " octets");
    boolean framed = letter.length < 2 || !endsWithLine(letter);
    int due = letter.length + (framed ? 2 : 0);
    byte[] got = retrieved(client, due);
    assertThat(Arrays.copyOf(got, letter.length)).isEqualTo(letter);
    assertThat(got.length).isEqualTo(due);
  }

  private static boolean endsWithLine(byte[] letter) {
    return letter[letter.length - 2] == '\r' && letter[letter.length - 1] == '\n';
  }

  /** Reads CRLF lines as a strict client, up to the end of the response. */
  private static byte[] retrieved(MemoryClient client, int due) {
    ByteArrayOutputStream got = new ByteArrayOutputStream(due);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int last = 0;
    while (true) {
      int octet = client.expectOctets(1)[0];
      line.write(octet);
      if (last == '\r' && octet == '\n') {
        byte[] whole = line.toByteArray();
        boolean stuffed = whole[0] == '.';
        if (stuffed && whole.length == 3) {
          return got.toByteArray();
        }
        got.write(whole, stuffed ? 1 : 0, whole.length - (stuffed ? 1 : 0));
        line.reset();
      }
      last = octet;
    }
  }

  @Test
  void manyLettersAndNumbersThatStay() {
    IntStream.range(0, 100).forEach(i -> world.deliver(letter(i)));
    try (MemoryConnection connection = world.login(world.plugin())) {
      MemoryClient client = connection.client();
      client.sendLine("LIST");
      client.expectLineStarting("+OK");
      List<String> sizes = client.expectLinesUntil(".");
      assertThat(sizes).hasSize(101);
      assertThat(sizes.get(41)).isEqualTo("42 " + letter(41).length);
      expunge(UidSet.range(1, 50));
      client.sendLine("RETR 50");
      client.expectLine("-ERR the message is not there any more");
      check(client, 51, letter(50));
      client.sendLine("DELE 51");
      client.expectLineStarting("+OK");
      client.sendLine("DELE 50");
      client.expectLineStarting("+OK");
      client.sendLine("QUIT");
      client.expectLineStarting("+OK");
    }
    assertThat(world.store.usage(world.user1.id()).messages()).isEqualTo(49);
    assertThat(world.counted("deleted")).isEqualTo(1);
    assertThat(world.counted("retrieved")).isEqualTo(1);
    assertThat(world.counted("retained")).isZero();
    assertThat(world.counted("expired")).isZero();
  }

  /** A message that others removed before anybody asked for sizes is not listed, nor counted. */
  @Test
  void listsLeaveOutWhatIsGone() {
    IntStream.range(0, 3).forEach(i -> world.deliver(letter(i)));
    try (MemoryConnection connection = world.login(world.plugin())) {
      MemoryClient client = connection.client();
      expunge(UidSet.of(2));
      client.sendLine("LIST 2");
      client.expectLineStarting("-ERR");
      client.sendLine("LIST");
      client.expectLineStarting("+OK");
      assertThat(client.expectLinesUntil("."))
          .containsExactly("1 " + letter(0).length, "3 " + letter(2).length, ".");
      client.sendLine("UIDL");
      client.expectLineStarting("+OK");
      assertThat(client.expectLinesUntil(".")).hasSize(3);
      client.sendLine("UIDL 2");
      client.expectLineStarting("-ERR");
      client.sendLine("STAT");
      client.expectLine("+OK 2 " + (letter(0).length + letter(2).length));
      client.sendLine("DELE 2");
      client.expectLineStarting("+OK");
      client.sendLine("STAT");
      client.expectLine("+OK 2 " + (letter(0).length + letter(2).length));
    }
  }

  /** The client stops reading in the middle of a letter: the session waits and holds no more. */
  @Test
  void aSlowReaderGetsAllOfIt() {
    byte[] letter = new byte[500_000];
    Arrays.fill(letter, (byte) 'x');
    world.deliver(letter);
    try (MemoryConnection connection =
        MemoryConnection.to(world.plugin()).sendWindow(1000).connect()) {
      MemoryClient client = connection.client();
      client.expectLineStarting("+OK");
      client.send("USER user1\r\nPASS pass\r\nRETR 1\r\n");
      client.expectLineStarting("+OK");
      client.expectLineStarting("+OK");
      client.expectLineStarting("+OK");
      for (int at = 0; at < letter.length; at += 500) {
        assertThat(client.expectOctets(500)).containsOnly('x');
      }
      client.expectLine("");
      client.expectLine(".");
    }
  }

  private void expunge(UidSet uids) {
    MailboxRef inbox = world.store.mailbox(world.user1.id(), MailboxName.INBOX).orElseThrow().ref();
    world.store.expunge(inbox, uids, ExpungeScope.ALL);
  }

  private static byte[] letter(int number) {
    return ("Subject: " + number + "\r\n\r\n" + "x".repeat(number) + "\r\n").getBytes(ISO_8859_1);
  }
}
