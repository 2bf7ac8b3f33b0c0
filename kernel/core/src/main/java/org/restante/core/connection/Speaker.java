package org.restante.core.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.restante.core.guard.PluginStopped;
import org.restante.core.guard.RunningTurn;
import org.restante.core.meter.HandoverResult;
import org.restante.core.meter.SessionFigures;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.LineTooLong;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off a conversation's turns by calling the session. All of it runs on the one thread. */
final class Speaker {
  private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);

  private final ClientConnection connection;
  private final Conversation conversation;
  private @Nullable Host host;
  private @Nullable ProtocolSession session;
  private @Nullable SessionFigures figures;
  private boolean over;

  Speaker(ClientConnection connection, Conversation conversation) {
    this.connection = connection;
    this.conversation = conversation;
  }

  /** Takes turns until there is none; replies are flushed when the agenda is empty. */
  void run() {
    Optional<Turn> turn = conversation.take(false);
    while (turn.isPresent()) {
      perform(turn.get());
      turn = conversation.take(false);
      if (turn.isEmpty()) {
        connection.flushOrClose();
        connection.idle();
        turn = conversation.take(true);
      }
    }
  }

  /** The session that is called now has found out who its client is. */
  void identified() {
    if (host != null) {
      host.identified(connection);
    }
  }

  private void perform(Turn turn) {
    long start = System.nanoTime();
    try {
      switch (turn) {
        case Turn.Open(Host entered) -> open(entered);
        case Turn.Input() -> inside(plugin(), this::input);
        case Turn.Wake() -> inside(plugin(), current()::onWake);
        case Turn.Move(Relocation relocation) -> move(relocation);
        case Turn.Refuse(String text) -> sayAndClose(text, CloseReason.ERROR);
        case Turn.Farewell(CloseReason reason) ->
            inside(plugin(), () -> current().farewell(reason));
        case Turn.Close(CloseReason reason) -> close(reason);
      }
    } catch (ConnectionLost e) {
      LOG.debug("connection {} lost: {}", connection.id(), e.getMessage());
      connection.unreadable();
    } catch (LineTooLong e) {
      conversation.farewell(CloseReason.ERROR);
    } catch (PluginStopped e) {
      stopped(e);
    } catch (Throwable e) { // whatever a plugin throws must not stop the conversation
      LOG.error(
          "connection {} ({}): the session failed",
          connection.id(),
          connection.listener().name(),
          e);
      failed(e, start);
    }
  }

  /** Every call into a plugin is made here, under its guard. */
  private void inside(Host plugin, Runnable code) {
    RunningTurn turn = plugin.guard().begin();
    try {
      connection.turn(turn);
      code.run();
    } finally {
      connection.turn(null);
      turn.close();
    }
  }

  /** The kernel says goodbye in its place: nothing of it is called any more. */
  private void stopped(PluginStopped why) {
    LOG.debug("connection {}: {}", connection.id(), why.getMessage());
    if (!over) {
      sayAndClose(connection.terms().goodbye(), CloseReason.BUNDLE_STOP);
    }
  }

  private void failed(Throwable problem, long start) {
    if (host != null) {
      host.guard().failed(problem);
    }
    if (figures != null) {
      figures.escaped(System.nanoTime() - start);
    }
    if (session == null) {
      conversation.close(CloseReason.ERROR);
    } else {
      conversation.farewell(CloseReason.ERROR);
    }
  }

  private void open(Host entered) {
    host = entered;
    figures = connection.sessionBegins(entered);
    connection.count(entered.guard().octets());
    inside(
        entered,
        () -> {
          ProtocolSession begun = entered.plugin().open(connection);
          session = begun;
          begun.greet();
        });
  }

  private void input() {
    long before = connection.consumed();
    current().onInput();
    if (connection.consumed() == before && !conversation.ending()) {
      throw new IllegalStateException("the session takes no input although there is some");
    }
    plugin().guard().succeeded();
  }

  private void move(Relocation relocation) {
    Host target = relocation.target();
    // Where it is already it would enter, and then be taken out as one that has left.
    if (target.equals(host) || !target.enter(connection)) {
      conversation.moveEnded(relocation);
      return;
    }
    HandoverResult result = HandoverResult.DROPPED;
    try {
      result = moved(relocation);
    } finally {
      relocation.outcome().accept(result); // before anybody can see that the session has left
      if (result == HandoverResult.MOVED) {
        leaveHost();
        host = target;
      } else {
        target.left(connection);
      }
    }
  }

  private HandoverResult moved(Relocation relocation) {
    OptionalInt version = sharedVersion(relocation.target());
    if (version.isEmpty()) {
      conversation.moveEnded(relocation);
      conversation.farewell(CloseReason.BUNDLE_STOP);
      return HandoverResult.DROPPED;
    }
    Optional<SuspendedSession> state = suspended(version.getAsInt());
    if (state.isEmpty()) {
      return HandoverResult.DEFERRED;
    }
    return resumed(relocation, state.get()) ? HandoverResult.MOVED : HandoverResult.DROPPED;
  }

  private Optional<SuspendedSession> suspended(int version) {
    AtomicReference<Optional<SuspendedSession>> state = new AtomicReference<>(Optional.empty());
    inside(plugin(), () -> state.set(current().suspend(version)));
    return Objects.requireNonNull(state.get());
  }

  private OptionalInt sharedVersion(Host target) {
    return host == null
        ? OptionalInt.empty()
        : host.plugin().states().newestShared(target.plugin().states());
  }

  private boolean resumed(Relocation relocation, SuspendedSession state) {
    Host target = relocation.target();
    session = null; // no call follows a suspension
    connection.wakeAfter(Duration.ZERO);
    try {
      session = begun(target, state);
      connection.count(target.guard().octets());
    } catch (UnreadableSession | RuntimeException | LinkageError e) {
      LOG.warn(
          "connection {} ({}): the next revision can't go on: {}",
          connection.id(),
          connection.listener().name(),
          e.toString());
      if (!(e instanceof UnreadableSession)) {
        target.figures().command(0, true);
      }
      conversation.moveEnded(relocation);
      sayAndClose(connection.terms().goodbye(), CloseReason.BUNDLE_STOP);
      return false;
    }
    if (figures != null) {
      figures.servedBy(target.figures());
    }
    conversation.moveEnded(relocation);
    return true;
  }

  private ProtocolSession begun(Host target, SuspendedSession state) throws UnreadableSession {
    try {
      RunningTurn turn = target.guard().begin();
      try {
        connection.turn(turn);
        return target.plugin().resume(connection, state);
      } finally {
        connection.turn(null);
        turn.close();
      }
    } catch (PluginStopped e) {
      throw new UnreadableSession(String.valueOf(e.getMessage()));
    }
  }

  private void sayAndClose(String text, CloseReason reason) {
    conversation.close(reason);
    if (!text.isEmpty()) {
      connection.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private void close(CloseReason reason) {
    connection.endOutput();
    over = true;
    ProtocolSession last = session;
    session = null;
    try {
      if (last != null) {
        inside(plugin(), () -> last.onClose(reason));
      }
    } finally {
      connection.sessionEnded(reason);
      leaveHost();
    }
  }

  private void leaveHost() {
    Host left = host;
    host = null;
    if (left != null) {
      left.left(connection);
    }
  }

  private Host plugin() {
    if (host == null) {
      throw new IllegalStateException("no plugin");
    }
    return host;
  }

  private ProtocolSession current() {
    if (session == null) {
      throw new IllegalStateException("no session");
    }
    return session;
  }
}
