package org.restante.testkit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.protocol.CloseReason;
import org.restante.testkit.TalkPlugin;

class MemoryConnectionTest {
  private final TalkPlugin plugin = new TalkPlugin();
  private final MemoryConnection connection = MemoryConnection.to(plugin).connect();
  private final MemoryClient client = connection.client();

  @AfterEach
  void leave() {
    client.close();
  }

  @Test
  void greetsThenAnswersOneCallForEachLine() {
    client.expectLine("hello talk");
    client.send("one\r\ntwo\r\nthr");
    client.expectLine("1 one");
    client.expectLine("2 two");
    client.expectSilence();
    client.send("ee\r\n");
    client.expectLine("3 three");
    assertThat(plugin.calls()).containsExactly("open", "greet", "onInput", "onInput", "onInput");
  }

  @Test
  void announcesInputThatIsLongerThanALine() {
    client.expectLine("hello talk");
    client.send("x".repeat(8193));
    connection.settle();
    assertThat(plugin.calls()).containsExactly("open", "greet", "onInput");
  }

  @Test
  void endsASessionThatLetsALongLineThrough() {
    client.expectLine("hello talk");
    client.sendLine("x".repeat(101));
    client.expectLine("farewell");
    client.expectClosed();
    assertThat(plugin.calls()).endsWith("farewell ERROR", "onClose ERROR");
  }

  @Test
  void readsOctetsInTheMiddleOfACommand() {
    client.expectLine("hello talk");
    client.sendLine("TAKE 5");
    client.expectLine("send 5");
    client.send("ab");
    client.expectSilence();
    client.send("cde");
    client.expectLine("took abcde");
  }

  @Test
  void dropsClearInputWhenTlsStarts() {
    client.expectLine("hello talk");
    client.send("TLS\r\nsmuggled\r\n");
    client.expectLine("go ahead");
    client.startTls();
    assertThat(connection.encrypted()).isTrue();
    client.sendLine("safe");
    client.expectLine("2 safe");
  }

  @Test
  void wakesAtTheTimeThatWasAskedFor() {
    client.expectLine("hello talk");
    client.sendLine("LATER 5");
    connection.advance(Duration.ofMinutes(4));
    client.expectSilence();
    connection.advance(Duration.ofMinutes(1));
    client.expectLine("news");
  }

  @Test
  void endsASilentClientsSession() {
    client.expectLine("hello talk");
    connection.advance(Duration.ofMinutes(29));
    client.sendLine("still here");
    client.expectLine("1 still here");
    connection.advance(Duration.ofMinutes(29));
    client.expectSilence();
    connection.advance(Duration.ofMinutes(1));
    client.expectLine("farewell");
    client.expectClosed();
    assertThat(plugin.calls()).endsWith("farewell TIMEOUT", "onClose TIMEOUT");
  }

  @Test
  void endsASessionThatWaitsForOctetsTooLong() {
    client.expectLine("hello talk");
    client.sendLine("TAKE 5");
    client.expectLine("send 5");
    connection.advance(Duration.ofMinutes(30));
    client.expectLine("farewell");
    client.expectClosed();
    assertThat(plugin.calls()).endsWith("farewell TIMEOUT", "onClose TIMEOUT");
  }

  @Test
  void closesAfterTheCallThatSaysSo() {
    client.expectLine("hello talk");
    client.send("QUIT\r\nnever\r\n");
    client.expectLine("bye");
    client.expectClosed();
    assertThat(plugin.calls()).endsWith("onInput", "onClose LOGOUT");
  }

  @Test
  void tellsTheSessionThatTheClientLeft() {
    client.expectLine("hello talk");
    client.send("last\r\nhalf a li");
    client.close();
    client.expectLine("1 last");
    client.expectClosed();
    assertThat(plugin.calls()).endsWith("onInput", "onClose CLIENT_GONE");
  }

  @Test
  void movesASessionWithItsBufferedInput() {
    client.expectLine("hello talk");
    client.send("one\r\nha");
    client.expectLine("1 one");
    TalkPlugin next = new TalkPlugin();
    assertThat(connection.handOver(next)).isEqualTo(HandOver.MOVED);
    client.send("lf\r\n");
    client.expectLine("2 half");
    assertThat(plugin.calls()).endsWith("onInput", "suspend 1");
    assertThat(next.calls()).containsExactly("resume 1", "onInput");
  }

  @Test
  void asksForTheNewestStateThatBothRevisionsHave() {
    client.expectLine("hello talk");
    assertThat(connection.handOver(new TalkPlugin(1, 3))).isEqualTo(HandOver.MOVED);
    TalkPlugin next = new TalkPlugin(2, 4);
    assertThat(connection.handOver(next)).isEqualTo(HandOver.MOVED);
    assertThat(next.calls()).containsExactly("resume 3");
    client.sendLine("one");
    client.expectLine("1 one");
  }

  @Test
  void endsTheSessionWhereTheRevisionsShareNoState() {
    client.expectLine("hello talk");
    TalkPlugin next = new TalkPlugin(2, 2);
    assertThat(connection.handOver(next)).isEqualTo(HandOver.DROPPED);
    client.expectLine("farewell");
    client.expectClosed();
    assertThat(plugin.calls()).doesNotContain("suspend 1");
    assertThat(next.calls()).isEmpty();
  }

  @Test
  void saysGoodbyeWhereTheStateCanNotBeRead() {
    client.expectLine("hello talk");
    TalkPlugin next = TalkPlugin.cannotRead();
    assertThat(connection.handOver(next)).isEqualTo(HandOver.DROPPED);
    client.expectLine("goodbye");
    client.expectClosed();
    assertThat(plugin.calls()).endsWith("suspend 1");
    assertThat(next.calls()).containsExactly("resume 1");
  }

  @Test
  void showsTheFailureOfASession() {
    client.expectLine("hello talk");
    client.sendLine("BREAK");
    client.expectLine("farewell");
    assertThatThrownBy(connection::close).hasRootCauseMessage("broken");
  }

  @Test
  void holdsASessionThatIsAheadOfItsClient() {
    try (MemoryConnection narrow = MemoryConnection.to(plugin).sendWindow(16).connect()) {
      narrow.client().send("one\r\ntwo\r\nthree\r\nfour\r\n");
      narrow.settle();
      assertThat(plugin.calls()).filteredOn("onInput"::equals).hasSize(1);
      assertThat(narrow.client().expectLinesUntil("4")).hasSize(5);
    }
  }

  @Test
  void showsTheClientFlushedOctetsOnly() {
    client.expectLine("hello talk");
    connection.write(new byte[] {'x'});
    assertThatThrownBy(
            () ->
                MemoryConnection.to(plugin)
                    .patience(Duration.ZERO)
                    .connect()
                    .client()
                    .expectOctets(1000))
        .hasMessageContaining("1000 octets of the server");
    client.expectSilence();
    connection.flush();
    assertThat(client.expectOctets(1)).containsExactly('x');
  }

  @Test
  void ringsFarewellWhenTheServerStops() {
    client.expectLine("hello talk");
    connection.end(CloseReason.SHUTDOWN);
    client.expectLine("farewell");
    client.expectClosed();
  }
}
