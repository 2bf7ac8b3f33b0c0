package org.restante.core.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.restante.core.guard.PluginStopped;
import org.restante.core.guard.RunningTurn;
import org.restante.core.meter.HandoverResult;
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

  private void perform(Turn turn) {
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
      failed(e);
    }
  }

  /** Every call into a plugin is made here, under its guard. */
  private void inside(Host plugin, Runnable code) {
    try (RunningTurn turn = plugin.guard().begin()) {
      connection.turn(turn);
      code.run();
    } finally {
      connection.turn(null);
    }
  }

  /** The kernel says goodbye in its place: nothing of it is called any more. */
  private void stopped(PluginStopped why) {
    LOG.debug("connection {}: {}", connection.id(), why.getMessage());
    if (!over) {
      sayAndClose(connection.terms().goodbye(), CloseReason.BUNDLE_STOP);
    }
  }

  private void failed(Throwable problem) {
    if (host != null) {
      host.guard().failed(problem);
    }
    if (session == null) {
      conversation.close(CloseReason.ERROR);
    } else {
      conversation.farewell(CloseReason.ERROR);
    }
  }

  private void open(Host entered) {
    host = entered;
    connection.sessionBegins();
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
    if (!target.enter(connection)) {
      conversation.moveEnded(relocation);
      return;
    }
    boolean entered = false;
    try {
      Optional<SuspendedSession> state = suspended();
      entered = state.isPresent() && resumed(relocation, state.get());
      relocation.outcome().accept(result(entered, state.isPresent()));
    } finally {
      if (!entered) {
        target.left(connection);
      }
    }
  }

  private Optional<SuspendedSession> suspended() {
    AtomicReference<Optional<SuspendedSession>> state = new AtomicReference<>(Optional.empty());
    inside(plugin(), () -> state.set(current().suspend()));
    return state.get();
  }

  private static HandoverResult result(boolean entered, boolean suspended) {
    if (entered) {
      return HandoverResult.MOVED;
    }
    return suspended ? HandoverResult.DROPPED : HandoverResult.DEFERRED;
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
      conversation.moveEnded(relocation);
      sayAndClose(connection.terms().goodbye(), CloseReason.BUNDLE_STOP);
      return false;
    }
    leaveHost();
    host = target;
    conversation.moveEnded(relocation);
    return true;
  }

  private ProtocolSession begun(Host target, SuspendedSession state) throws UnreadableSession {
    try (RunningTurn turn = target.guard().begin()) {
      connection.turn(turn);
      return target.plugin().resume(connection, state);
    } catch (PluginStopped e) {
      throw new UnreadableSession(String.valueOf(e.getMessage()));
    } finally {
      connection.turn(null);
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
