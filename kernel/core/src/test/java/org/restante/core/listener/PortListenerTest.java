package org.restante.core.listener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.restante.core.echo.EchoPlugin;
import org.restante.protocol.Connection;

@Timeout(60)
class PortListenerTest {
  @TempDir private Path home;
  private TestKernel kernel;
  private final EchoPlugin plugin = new EchoPlugin();

  @BeforeEach
  void start() throws IOException {
    kernel = new TestKernel(home, Map.of("shutdownSeconds", 5));
    kernel.add(plugin, "1");
  }

  @AfterEach
  void stop() {
    kernel.close();
  }

  private LineClient greeted(Map<String, ?> config) {
    LineClient client = new LineClient(kernel.listen(config));
    assertThat(client.hear()).isEqualTo("hello from 1");
    return client;
  }

  private LineClient greeted() {
    return greeted(Map.of());
  }

  private String event() throws InterruptedException {
    return String.valueOf(plugin.events.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void answersLinesOfBothEndsHoweverTheyAreSplit() {
    byte[] script = "SAY one\r\nSAY two\nTAKE 5\r\na\nb\r\nCOUNT\r\n".getBytes(ISO_8859_1);
    int port = kernel.listen(Map.of());
    for (int split = 0; split <= script.length; split++) {
      try (LineClient client = new LineClient(port)) {
        client.hear();
        client.send(Arrays.copyOf(script, split));
        client.send(Arrays.copyOfRange(script, split, script.length));
        assertThat(List.of(client.hear(), client.hear())).containsExactly("one", "two");
        assertThat(client.hear()).startsWith("took ");
        assertThat(client.hear()).isEqualTo("1 4");
      }
    }
  }

  @Test
  void answersAHundredPipelinedCommandsInOrder() {
    try (LineClient client = greeted()) {
      StringBuilder commands = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        commands.append("SAY ").append(i).append("\r\n");
        expected.add(String.valueOf(i));
      }
      client.send(commands.toString().getBytes(ISO_8859_1));
      List<String> replies = expected.stream().map(unused -> client.hear()).toList();
      assertThat(replies).isEqualTo(expected);
    }
  }

  @RepeatedTest(100)
  void answersWhatWasSaidBeforeTheClientEndedItsStream() throws InterruptedException {
    try (LineClient client = greeted()) {
      client.say("SAY last").end();
      assertThat(client.hear()).isEqualTo("last");
      assertThat(client.hear()).isEqualTo("(end)");
      assertThat(event()).isEqualTo("close CLIENT_GONE");
    }
  }

  @Test
  void skipsALineThatIsTooLongAndGoesOn() {
    try (LineClient client = greeted(Map.of("lineOctets", 100))) {
      assertThat(client.ask("SAY " + "x".repeat(96))).isEqualTo("x".repeat(96));
      assertThat(client.ask("SAY " + "x".repeat(97))).isEqualTo("too long");
      assertThat(client.ask("SAY " + "x".repeat(1000))).isEqualTo("too long");
      assertThat(client.ask("SAY still here")).isEqualTo("still here");
    }
  }

  @Test
  void closesOnALineWithoutEnd() throws InterruptedException {
    try (LineClient client = greeted(Map.of("lineOctets", 100))) {
      client.send("x".repeat(100_000).getBytes(ISO_8859_1));
      assertThat(client.hear()).isEqualTo("(end)");
      assertThat(event()).isEqualTo("close ERROR");
    }
  }

  @Test
  void takesALiteralOfTwentyMegabytes() {
    byte[] literal = new byte[20 * 1024 * 1024];
    new Random(1).nextBytes(literal);
    CRC32 crc = new CRC32();
    crc.update(literal);
    try (LineClient client = greeted()) {
      client.say("TAKE " + literal.length).send(literal);
      assertThat(client.hear()).isEqualTo("took " + Long.toHexString(crc.getValue()));
    }
  }

  @Test
  void holdsBackRepliesThatTheClientDoesNotRead() {
    int octets = 40 * 1024 * 1024;
    try (LineClient client = greeted()) {
      client.say("GIVE " + octets);
      assertThat(client.hear()).hasSize(octets);
    }
    assertThat(
            kernel
                .registry
                .get("restante.command.wait")
                .tag("cause", "backpressure")
                .timer()
                .count())
        .isPositive();
  }

  @Test
  void cutsAClientThatNeverReads() throws IOException, InterruptedException {
    stop();
    kernel = new TestKernel(home, Map.of("stallSeconds", 1));
    kernel.add(plugin, "1");
    try (LineClient client = greeted()) {
      client.say("GIVE 100000000");
      assertThat(event()).startsWith("close ");
    }
  }

  @Test
  void logsAFailedSessionAndSaysGoodbye() throws InterruptedException {
    try (LineClient client = greeted()) {
      assertThat(client.ask("FAIL")).isEqualTo("farewell ERROR");
      assertThat(client.hear()).isEqualTo("(end)");
      assertThat(List.of(event(), event())).containsExactly("farewell ERROR", "close ERROR");
    }
  }

  @Test
  void wakesASessionForTimersAndForOthers() throws InterruptedException {
    try (LineClient client = greeted()) {
      client.say("LOUD").say("TIMER 1");
      assertThat(client.hear()).isEqualTo("woken");
      plugin.connections.take().wake();
      assertThat(client.hear()).isEqualTo("woken");
    }
  }

  @Test
  void makesOneWakeOfMany() throws InterruptedException {
    try (LineClient client = greeted()) {
      Connection connection = plugin.connections.take();
      assertThat(client.ask("HOLD 3")).isEqualTo("ready");
      connection.wake();
      connection.wake();
      connection.wake();
      client.send("abc".getBytes(ISO_8859_1));
      assertThat(client.hear()).startsWith("took ");
      client.ask("QUIT");
      assertThat(List.of(event(), event())).containsExactly("wake", "close LOGOUT");
    }
  }

  @Test
  void saysGoodbyeToSilentClients() throws InterruptedException {
    try (LineClient client = greeted()) {
      client.say("SILENCE 50");
      assertThat(client.hear()).isEqualTo("farewell TIMEOUT");
      assertThat(client.hear()).isEqualTo("(end)");
      assertThat(List.of(event(), event())).containsExactly("farewell TIMEOUT", "close TIMEOUT");
    }
  }

  @Test
  void saysGoodbyeToClientsThatFallSilentInALiteral() {
    try (LineClient client = greeted()) {
      client.say("SILENCE 100").say("TAKE 10").send(new byte[3]);
      assertThat(client.hear()).isEqualTo("farewell TIMEOUT");
    }
  }

  @Test
  void turnsAwayWhomItHasNoRoomFor() {
    int port = kernel.listen(Map.of("maxConnections", 1, "busy", "try later"));
    try (LineClient first = new LineClient(port)) {
      assertThat(first.hear()).isEqualTo("hello from 1");
      try (LineClient second = new LineClient(port)) {
        assertThat(second.hear()).isEqualTo("try later");
        assertThat(second.hear()).isEqualTo("(end)");
      }
    }
    assertThat(kernel.counted("connections.refused", "reason", "limit")).isEqualTo(1);
  }

  @Test
  void saysGoodbyeWhenTheServerStops() throws InterruptedException {
    try (LineClient client = greeted()) {
      Thread stopping = Thread.ofVirtual().start(kernel.connections::close);
      assertThat(client.hear()).isEqualTo("farewell SHUTDOWN");
      assertThat(client.hear()).isEqualTo("(end)");
      stopping.join();
      assertThat(event()).isEqualTo("farewell SHUTDOWN");
      assertThat(event()).isEqualTo("close SHUTDOWN");
      assertThat(kernel.connections.size()).isZero();
    }
  }

  @Test
  void letsNobodyInWhoWouldHaveToGoAtOnce() {
    int port = kernel.listen(Map.of());
    kernel.connections.close();
    assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
        .isInstanceOf(ConnectException.class);
  }

  @RepeatedTest(5)
  void callsNobodyOneTooManyWhileItStops() throws InterruptedException {
    int port = kernel.listen(Map.of("maxConnectionsPerAddress", 100_000));
    CountDownLatch coming = new CountDownLatch(50);
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(Thread.ofVirtual().start(() -> callUntilRefused(port, coming)));
    }
    assertThat(coming.await(20, TimeUnit.SECONDS)).isTrue();
    kernel.connections.close();
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(kernel.counted("connections.refused", "reason", "limit")).isZero();
  }

  private static void callUntilRefused(int port, CountDownLatch coming) {
    try {
      while (true) {
        new Socket("127.0.0.1", port).close();
        coming.countDown();
      }
    } catch (IOException e) {
      return; // the door is closed
    }
  }

  @Test
  void saysWhyAPortCantBeBound() {
    int taken = kernel.listen(Map.of());
    PortListener second = kernel.open(Map.of("port", taken));
    assertThat(second.bound()).isFalse();
    assertThat(second.problem())
        .contains("test can't listen on 127.0.0.1:" + taken)
        .contains("Free the port");
  }

  @Test
  void countsWhatSessionsDo() throws InterruptedException {
    try (LineClient client = greeted()) {
      client.ask("LOGIN PLAIN");
      client.ask("LOGIN STRANGE");
      assertThat(active("authenticated")).isEqualTo(1);
      client.ask("QUIT");
      event();
    }
    assertThat(kernel.counted("sessions.opened", "tls", "false")).isEqualTo(1);
    assertThat(kernel.counted("auth.attempts", "mechanism", "PLAIN", "result", "ok")).isEqualTo(1);
    assertThat(kernel.counted("auth.attempts", "mechanism", "other", "result", "ok")).isEqualTo(1);
    assertThat(kernel.counted("network.io", "direction", "in")).isEqualTo(34);
    assertThat(commands("QUIT")).isEqualTo(1);
    assertThat(commands("other")).isEqualTo(2);
    assertThat(commands("SAY")).isZero();
    assertThat(kernel.counted("sessions.closed", "reason", "timeout")).isZero();
  }

  private double active(String state) {
    return kernel.registry.get("restante.sessions.active").tag("state", state).gauge().value();
  }

  private long commands(String name) {
    return kernel
        .registry
        .get("restante.commands")
        .tags("command", name, "result", "ok")
        .timer()
        .count();
  }

  @Test
  void keepsAThousandIdleConnectionsWithoutThreads() {
    int port = kernel.listen(Map.of());
    List<LineClient> clients = new ArrayList<>();
    int threads = Thread.activeCount();
    try {
      for (int i = 0; i < 1000; i++) {
        LineClient client = new LineClient(port);
        clients.add(client);
        client.hear();
      }
      assertThat(Thread.activeCount()).isLessThan(threads + 20);
      assertThat(clients.getFirst().ask("SAY still there")).isEqualTo("still there");
    } finally {
      clients.forEach(LineClient::close);
    }
  }
}
