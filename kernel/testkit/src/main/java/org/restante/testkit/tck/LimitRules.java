package org.restante.testkit.tck;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ConnectionLimits;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;
import org.restante.testkit.tck.Dialect.Part;

/** What holds for clients that want too much, or nothing. */
final class LimitRules {
  private static final int LINE_OCTETS = 8192;
  private static final int MESSAGE_OCTETS = 10_000;
  private static final int UNREAD_OCTETS = 256;
  private static final int PIPELINED = 200;
  private static final Duration LONG = Duration.ofHours(24);

  private final TestedProtocol tested;

  LimitRules(TestedProtocol tested) {
    this.tested = tested;
  }

  void longLine() {
    tested.onPlugin(
        plugin -> {
          WatchedPlugin watched = new WatchedPlugin(plugin);
          try (Caller caller = tested.inMemory(watched, to -> to.limits(limits()))) {
            caller.play(Part.GREETING, Part.LOGIN);
            MemoryConnection connection = watched.watch().real();
            connection.client().send(("x".repeat(2 * LINE_OCTETS) + "\r\n").getBytes(US_ASCII));
            List<String> answer = connection.client().linesSoFar();
            assertThat(watched.watch().longestLine())
                .as("octets that the session takes in as a line")
                .isLessThanOrEqualTo(LINE_OCTETS);
            assertThat(answer).as("the answer to a line that is too long").isNotEmpty();
            if (!connection.ended()) {
              caller.play(Part.COMMAND);
            }
          }
        });
  }

  void excess() {
    tested.onPlugin(
        plugin -> {
          try (Caller caller =
              tested.inMemory(new WatchedPlugin(plugin), to -> to.limits(limits()))) {
            caller.play(Part.GREETING, Part.LOGIN, Part.EXCESS, Part.COMMAND);
            caller.leave();
          }
        });
  }

  void slowReader() {
    tested.onPlugin(
        plugin -> {
          WatchedPlugin watched = new WatchedPlugin(plugin);
          try (Caller slow = tested.inMemory(watched, to -> to.sendWindow(UNREAD_OCTETS));
              Caller other = tested.inMemory(new WatchedPlugin(plugin))) {
            slow.play(Part.GREETING, Part.LOGIN);
            for (int i = 0; i < PIPELINED; i++) {
              slow.say(Part.COMMAND);
            }
            watched.watch().real().settle(); // it waits for the client to read
            other.wholeConversation();
            for (int i = 0; i < PIPELINED; i++) {
              slow.hear(Part.COMMAND);
            }
            slow.leave();
          }
        });
  }

  void silentClient() {
    tested.onPlugin(
        plugin -> {
          silent(new WatchedPlugin(plugin), Part.GREETING);
          silent(new WatchedPlugin(plugin), Part.GREETING, Part.LOGIN);
        });
  }

  private void silent(WatchedPlugin watched, Part... parts) {
    try (Caller caller = tested.inMemory(watched)) {
      caller.play(parts);
      MemoryConnection connection = watched.watch().real();
      connection.advance(LONG);
      assertThat(connection.ended())
          .as("a client that is silent for %s after %s is sent away", LONG, List.of(parts))
          .isTrue();
    }
  }

  void loginInClear() {
    tested.onPlugin(
        plugin -> {
          WatchedPlugin watched = new WatchedPlugin(plugin);
          try (Caller caller =
              tested.inMemory(
                  watched, to -> to.plaintextLoginAllowed(false).startTlsOffered(false))) {
            caller.play(Part.GREETING).say(Part.LOGIN);
            MemoryConnection connection = watched.watch().real();
            connection.settle();
            assertThat(connection.account())
                .as("who logged in, where no password may be sent")
                .isEmpty();
          }
        });
  }

  void loginIsTold() {
    tested.onPlugin(
        plugin -> {
          WatchedPlugin watched = new WatchedPlugin(plugin);
          try (Caller caller = tested.inMemory(watched)) {
            caller.play(Part.GREETING);
            MemoryConnection connection = watched.watch().real();
            assertThat(connection.account()).as("who logged in before the login").isEmpty();
            caller.play(Part.LOGIN);
            assertThat(connection.account())
                .as("who logged in, as far as the kernel was told")
                .contains(tested.account(caller));
          }
        });
  }

  void goodbye() {
    tested.onPlugin(
        plugin -> {
          goodbye(new WatchedPlugin(plugin), Part.GREETING);
          goodbye(new WatchedPlugin(plugin), Part.GREETING, Part.LOGIN);
          goodbye(new WatchedPlugin(plugin), Part.GREETING, Part.LOGIN, Part.HOLD);
        });
  }

  private void goodbye(WatchedPlugin watched, Part... parts) {
    try (Caller caller = tested.inMemory(watched)) {
      caller.play(parts);
      MemoryConnection connection = watched.watch().real();
      MemoryClient client = connection.client();
      client.linesSoFar();
      connection.end(CloseReason.SHUTDOWN);
      assertThat(client.linesSoFar())
          .as("the goodbye when the server stops, after %s", List.of(parts))
          .isNotEmpty();
    }
  }

  private static ConnectionLimits limits() {
    return new ConnectionLimits(LINE_OCTETS, MESSAGE_OCTETS);
  }
}
