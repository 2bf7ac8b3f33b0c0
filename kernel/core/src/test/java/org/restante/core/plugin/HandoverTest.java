package org.restante.core.plugin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.restante.core.echo.EchoPlugin;
import org.restante.core.listener.LineClient;
import org.restante.protocol.state.StateVersions;

class HandoverTest extends PluginTableFixture {
  @Test
  void movesLiveSessionsWithTheirStateAndTheirInput() {
    Revision one = kernel.add(new EchoPlugin("one", 1), "1");
    try (LineClient client = new LineClient(listen(30))) {
      client.hear();
      assertThat(client.ask("COUNT")).isEqualTo("one 1");
      client.send("COU".getBytes(ISO_8859_1)); // half a command is in the buffer
      Revision two = kernel.add(new EchoPlugin("two", 1), "2");
      HandoverProgress end = kernel.plugins.move(one, two, LONG, QUIETLY);
      assertThat(end).isEqualTo(new HandoverProgress(1, 0, 0, 0));
      assertThat(client.ask("NT")).isEqualTo("two 2");
      assertThat(one.sessions()).isZero();
      assertThat(two.sessions()).isEqualTo(1);
    }
    assertThat(handover("moved")).isEqualTo(1);
  }

  @Test
  void finishesACommandBeforeItMoves() throws InterruptedException {
    Revision one = kernel.add(new EchoPlugin("one", 1), "1");
    try (LineClient client = new LineClient(listen(30))) {
      client.hear();
      assertThat(client.ask("HOLD 3")).isEqualTo("ready");
      Revision two = kernel.add(new EchoPlugin("two", 1), "2");
      Thread moving = Thread.ofVirtual().start(() -> kernel.plugins.move(one, two, LONG, QUIETLY));
      client.send("abcCOUNT\r\n".getBytes(ISO_8859_1));
      assertThat(client.hear()).startsWith("took ");
      moving.join();
      assertThat(client.hear()).matches("(one|two) 2");
      assertThat(client.ask("COUNT")).isEqualTo("two 3");
    }
  }

  @Test
  void asksASessionAgainThatCouldNotMove() throws InterruptedException {
    EchoPlugin old = new EchoPlugin("one", 1);
    Revision one = kernel.add(old, "1");
    try (LineClient client = new LineClient(listen(30))) {
      client.hear();
      client.say("STAY");
      assertThat(client.ask("COUNT")).isEqualTo("one 2");
      Revision two = kernel.add(new EchoPlugin("two", 1), "2");
      Thread moving = Thread.ofVirtual().start(() -> kernel.plugins.move(one, two, LONG, QUIETLY));
      assertThat(old.events.poll(20, TimeUnit.SECONDS)).isEqualTo("suspend");
      client.say("GO");
      moving.join();
      assertThat(client.ask("COUNT")).isEqualTo("two 4");
    }
    assertThat(handover("deferred")).isEqualTo(1);
    assertThat(handover("moved")).isEqualTo(1);
  }

  @Test
  void sendsAwayWhoDoesNotMoveInTime() {
    Revision one = kernel.add(new EchoPlugin("one", 1), "1");
    try (LineClient client = new LineClient(listen(30))) {
      client.hear();
      client.say("STAY");
      client.ask("COUNT");
      Revision two = kernel.add(new EchoPlugin("two", 1), "2");
      HandoverProgress end = kernel.plugins.move(one, two, Duration.ofMillis(50), QUIETLY);
      assertThat(end.dropped()).isEqualTo(1);
      assertThat(client.hear()).isEqualTo("farewell BUNDLE_STOP");
      assertThat(client.hear()).isEqualTo("(end)");
    }
  }

  @Test
  void saysGoodbyeItselfWhereTheStateCantBeRead() {
    Revision one = kernel.add(new EchoPlugin("one", 1), "1");
    try (LineClient client = new LineClient(listen(30))) {
      client.hear();
      Revision two = kernel.add(EchoPlugin.cannotRead("two"), "2");
      HandoverProgress end = kernel.plugins.move(one, two, LONG, QUIETLY);
      assertThat(end).isEqualTo(new HandoverProgress(0, 0, 0, 1));
      assertThat(client.hear()).isEqualTo("so long");
      assertThat(client.hear()).isEqualTo("(end)");
    }
    assertThat(handover("dropped")).isEqualTo(1);
  }

  @Test
  void letsTheSessionSayGoodbyeWhereTheRevisionsShareNoState() {
    EchoPlugin old = new EchoPlugin("one", 1);
    Revision one = kernel.add(old, "1");
    try (LineClient client = new LineClient(listen(30))) {
      client.hear();
      Revision two = kernel.add(new EchoPlugin("two", 2), "2");
      HandoverProgress end = kernel.plugins.move(one, two, LONG, QUIETLY);
      assertThat(end).isEqualTo(new HandoverProgress(0, 0, 0, 1));
      assertThat(client.hear()).isEqualTo("farewell BUNDLE_STOP");
      assertThat(client.hear()).isEqualTo("(end)");
    }
    assertThat(old.events).doesNotContain("suspend");
    assertThat(handover("dropped")).isEqualTo(1);
  }

  @Test
  void movesForwardAndBackWithTheNewestStateThatBothHave() {
    EchoPlugin old = new EchoPlugin("one", 1);
    EchoPlugin next = new EchoPlugin("two", new StateVersions(1, 2));
    Revision one = kernel.add(old, "1");
    try (LineClient client = new LineClient(listen(30))) {
      client.hear();
      Revision two = kernel.add(next, "2");
      assertThat(kernel.plugins.move(one, two, LONG, QUIETLY).moved()).isEqualTo(1);
      assertThat(client.ask("COUNT")).isEqualTo("two 1");
      assertThat(kernel.plugins.move(two, one, LONG, QUIETLY).moved()).isEqualTo(1);
      assertThat(client.ask("COUNT")).isEqualTo("one 2");
    }
    assertThat(next.events).contains("resume 1");
    assertThat(old.events).contains("resume 1");
  }

  @Test
  void movesSessionsWhenTheirPluginGoesAndAnotherIsThere() {
    EchoPlugin one = new EchoPlugin("one", 1);
    EchoPlugin two = new EchoPlugin("two", 1);
    kernel.add(one, "1");
    kernel.add(two, "2");
    try (LineClient client = new LineClient(listen(30))) {
      assertThat(client.hear()).isEqualTo("hello from two");
      kernel.plugins.remove(two, LONG); // back to the old one
      assertThat(client.ask("COUNT")).isEqualTo("one 1");
    }
  }

  @Test
  void endsSessionsPolitelyWhenTheirPluginGoesAndParksNewOnes() {
    EchoPlugin one = new EchoPlugin("one", 1);
    kernel.add(one, "1");
    int port = listen(30);
    try (LineClient client = new LineClient(port)) {
      client.hear();
      kernel.plugins.remove(one, LONG);
      assertThat(client.hear()).isEqualTo("farewell BUNDLE_STOP");
      assertThat(client.hear()).isEqualTo("(end)");
    }
    try (LineClient parked = new LineClient(port)) {
      kernel.add(new EchoPlugin("next", 1), "1");
      assertThat(parked.hear()).isEqualTo("hello from next");
    }
  }

  @Test
  void movesAHundredBusySessionsThereAndBackWithoutLosingAReply() throws Exception {
    EchoPlugin plugin = new EchoPlugin("one", 1);
    Revision here = kernel.add(plugin, "1");
    int port = listen(30);
    List<LineClient> clients = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      clients.add(new LineClient(port));
    }
    clients.forEach(LineClient::hear);
    List<Thread> talking = new ArrayList<>();
    List<String> wrong = java.util.Collections.synchronizedList(new ArrayList<>());
    for (LineClient client : clients) {
      talking.add(Thread.ofVirtual().start(() -> talk(client, wrong)));
    }
    for (int round = 0; round < 10; round++) {
      Revision there = kernel.add(new EchoPlugin("r" + round, 1), "1");
      assertThat(kernel.plugins.move(here, there, LONG, QUIETLY).dropped()).isZero();
      here = there;
    }
    for (Thread thread : talking) {
      thread.join();
    }
    clients.forEach(LineClient::close);
    assertThat(wrong).isEmpty();
    assertThat(handover("dropped")).isZero();
  }

  private static void talk(LineClient client, List<String> wrong) {
    for (int i = 0; i < 200; i++) {
      String reply = client.ask("SAY " + i);
      if (!reply.equals(String.valueOf(i))) {
        wrong.add(i + ": " + reply);
      }
    }
  }
}
