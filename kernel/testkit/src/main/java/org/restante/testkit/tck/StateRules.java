package org.restante.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;
import org.restante.testkit.connection.MemoryConnection;
import org.restante.testkit.tck.Dialect.Part;

/** What holds for suspended sessions. */
final class StateRules {
  private static final IntPredicate ALWAYS = call -> true;
  private static final int MOST_CUTS = 100;

  private final TestedProtocol tested;

  StateRules(TestedProtocol tested) {
    this.tested = tested;
  }

  void sameSession() {
    tested.onPlugin(
        plugin -> {
          int newest = plugin.states().newest();
          WatchedPlugin always = new WatchedPlugin(plugin, newest, ALWAYS);
          talk(always, Caller::wholeConversation);
          for (int call = 1; call <= always.calls(); call++) {
            int only = call;
            talk(
                new WatchedPlugin(plugin, newest, each -> each == only), Caller::wholeConversation);
          }
        });
  }

  void everyVersion() {
    tested.onPlugin(
        plugin -> {
          StateVersions versions = plugin.states();
          for (int version = versions.oldest(); version <= versions.newest(); version++) {
            WatchedPlugin watched = new WatchedPlugin(plugin, version, ALWAYS);
            talk(watched, Caller::plainConversation);
            assertThat(watched.written())
                .as("states, when version %d is asked for", version)
                .extracting(SuspendedSession::version)
                .containsOnly(version);
            assertThat(watched.written())
                .as("states by their protocol")
                .extracting(SuspendedSession::protocol)
                .containsOnly(plugin.protocol());
          }
        });
  }

  void sentAhead() {
    tested.onPlugin(
        plugin -> {
          WatchedPlugin watched = new WatchedPlugin(plugin, plugin.states().newest(), ALWAYS);
          talk(
              watched,
              caller -> {
                caller.play(Part.GREETING, Part.LOGIN);
                caller.sayAtOnce(Part.COMMAND, 3);
                caller.hear(Part.COMMAND).hear(Part.COMMAND).hear(Part.COMMAND);
                caller.leave();
              });
        });
  }

  void foreignStates() {
    tested.onPlugin(
        plugin -> {
          StateVersions versions = plugin.states();
          WatchedPlugin watched = new WatchedPlugin(plugin, versions.newest(), ALWAYS);
          talk(watched, Caller::plainConversation);
          for (SuspendedSession state : distinct(watched.written())) {
            byte[] octets = state.octets();
            refused(plugin, new SuspendedSession("another", state.version(), octets));
            refused(plugin, new SuspendedSession(state.protocol(), versions.newest() + 1, octets));
            refused(plugin, new SuspendedSession(state.protocol(), versions.oldest() - 1, octets));
            damaged(plugin, state);
          }
        });
  }

  /** A conversation that is like one without a suspension. */
  private void talk(WatchedPlugin watched, Consumer<Caller> conversation) {
    try (Caller caller = tested.inMemory(watched)) {
      conversation.accept(caller);
    } catch (AssertionError e) {
      throw watched.problems().isEmpty() ? e : found(watched.problems().getFirst(), e);
    }
  }

  private static List<SuspendedSession> distinct(List<SuspendedSession> states) {
    List<SuspendedSession> distinct = new ArrayList<>();
    for (SuspendedSession state : states) {
      if (distinct.stream().noneMatch(one -> Arrays.equals(one.octets(), state.octets()))) {
        distinct.add(state);
      }
    }
    return distinct;
  }

  private static void damaged(ProtocolPlugin plugin, SuspendedSession state) {
    byte[] octets = state.octets();
    int step = Math.max(1, octets.length / MOST_CUTS);
    for (int at = 0; at < octets.length; at += step) {
      refused(
          plugin,
          new SuspendedSession(state.protocol(), state.version(), Arrays.copyOf(octets, at)));
      byte[] turned = octets.clone();
      turned[at] ^= (byte) 0xff;
      resume(plugin, new SuspendedSession(state.protocol(), state.version(), turned));
    }
  }

  private static void refused(ProtocolPlugin plugin, SuspendedSession state) {
    assertThat(resume(plugin, state)).as("%s is resumed", text(state)).isFalse();
  }

  /** Whether there is a session; anything but a session and a refusal breaks the rule. */
  private static boolean resume(ProtocolPlugin plugin, SuspendedSession state) {
    WatchedPlugin holder = new WatchedPlugin(plugin);
    try (MemoryConnection connection = MemoryConnection.to(holder).connect()) {
      connection.settle();
      ProtocolSession session = plugin.resume(connection, state);
      session.onClose(CloseReason.CLIENT_GONE);
      return true;
    } catch (UnreadableSession e) {
      return false;
    } catch (RuntimeException | LinkageError e) {
      throw found("%s is refused by %s, not by UnreadableSession".formatted(text(state), e), e);
    }
  }

  /** Pax Exam shows the innermost cause alone, and that must be what was found. */
  private static AssertionError found(String what, Throwable seen) {
    AssertionError found = new AssertionError(what);
    found.addSuppressed(seen);
    return found;
  }

  private static String text(SuspendedSession state) {
    return "a state of %s, version %d, %d octets"
        .formatted(state.protocol(), state.version(), state.octets().length);
  }
}
