package org.restante.testkit.connection;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.LineTooLong;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/**
 * Calls a session, one call at a time, on a virtual thread that ends when there is nothing to do.
 */
final class SessionLoop {
  private enum Work {
    GREET,
    CLOSE,
    FAREWELL,
    HAND_OVER,
    INPUT,
    WAKE,
    LOST,
    NONE
  }

  private final MemoryConnection connection;
  private final Wire wire;
  private ProtocolPlugin plugin; // of the thread that runs the session

  // All of these belong to the wire's lock.
  private @Nullable ProtocolSession session;
  private boolean running;
  private boolean greeted;
  private boolean awake;
  private boolean ended;
  private @Nullable CloseReason closing;
  private @Nullable CloseReason farewell;
  private @Nullable ProtocolPlugin successor;
  private @Nullable HandOver handOver;
  private @Nullable Throwable failure;

  SessionLoop(MemoryConnection connection, Wire wire, ProtocolPlugin plugin) {
    this.connection = connection;
    this.wire = wire;
    this.plugin = plugin;
  }

  void poke() {
    wire.locked(
        () -> {
          if (!running && !ended) {
            running = true;
            Thread thread =
                Thread.ofVirtual().name("session-" + connection.id()).unstarted(this::run);
            // Whoever woke it may be marked as somebody's: what this thread makes is not.
            thread.setContextClassLoader(SessionLoop.class.getClassLoader());
            thread.start();
          }
        });
  }

  void wake() {
    wire.locked(() -> awake = true);
    poke();
  }

  void closeAfterCall(CloseReason reason) {
    wire.locked(() -> closing = closing == null ? reason : closing);
  }

  void end(CloseReason reason) {
    wire.locked(
        () -> {
          farewell = reason;
          wire.readsExpired |= wire.serverStarved() && reason == CloseReason.TIMEOUT;
        });
    poke();
  }

  void handOverTo(ProtocolPlugin plugin) {
    wire.locked(
        () -> {
          successor = plugin;
          handOver = null;
        });
    poke();
  }

  Optional<HandOver> handOver() {
    return Optional.ofNullable(handOver);
  }

  boolean ended() {
    return ended;
  }

  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Nothing goes on before the client, the clock or another thread does something. */
  boolean settled() {
    return !running || wire.serverStarved();
  }

  private void run() {
    Work work = wire.locked(this::next);
    while (work != Work.NONE) {
      perform(work);
      work = wire.locked(this::next);
    }
  }

  private Work next() {
    Work work = ended ? Work.NONE : choose();
    if (work == Work.NONE) {
      wire.flush();
      running = false;
    }
    return work;
  }

  private Work choose() {
    if (closing != null) {
      return Work.CLOSE;
    } else if (!greeted) {
      greeted = true;
      return Work.GREET;
    } else if (farewell != null) {
      return Work.FAREWELL;
    } else if (successor != null) {
      return Work.HAND_OVER;
    } else if (awake) {
      awake = false;
      return Work.WAKE;
    } else if (connection.inputReady()) {
      return Work.INPUT;
    }
    return wire.clientClosed ? Work.LOST : Work.NONE;
  }

  private void perform(Work work) {
    switch (work) {
      case GREET -> guarded(this::greet);
      case INPUT -> guarded(this::input);
      case WAKE -> guarded(session()::onWake);
      case FAREWELL -> sayFarewell(farewell == null ? CloseReason.ERROR : farewell);
      case HAND_OVER -> move();
      case LOST -> finish(CloseReason.CLIENT_GONE);
      case CLOSE -> finish(closing == null ? CloseReason.ERROR : closing);
      case NONE -> {}
    }
  }

  private void greet() {
    session = plugin.open(connection);
    session().greet();
  }

  private void input() {
    long before = wire.locked(() -> wire.toServer.taken());
    session().onInput();
    if (wire.locked(() -> wire.toServer.taken()) == before && closing == null) {
      throw new IllegalStateException("the session takes no input although there is some");
    }
  }

  private ProtocolSession session() {
    return Objects.requireNonNull(session, "open comes before everything else");
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (ConnectionLost e) {
      if (wire.readsExpired) {
        sayFarewell(CloseReason.TIMEOUT);
      } else {
        closeAfterCall(CloseReason.CLIENT_GONE);
      }
    } catch (LineTooLong e) {
      sayFarewell(CloseReason.ERROR);
    } catch (RuntimeException | Error e) {
      wire.locked(() -> failure = e);
      sayFarewell(CloseReason.ERROR);
    }
  }

  private void sayFarewell(CloseReason reason) {
    try {
      session().farewell(reason);
    } catch (ConnectionLost e) {
      closeAfterCall(CloseReason.CLIENT_GONE);
    } finally {
      closeAfterCall(reason);
    }
  }

  private void move() {
    ProtocolPlugin to = wire.locked(() -> successor);
    HandOver result = to == null ? HandOver.DEFERRED : move(to);
    wire.locked(
        () -> {
          successor = null;
          handOver = result;
        });
  }

  private HandOver move(ProtocolPlugin to) {
    OptionalInt version = plugin.states().newestShared(to.states());
    if (version.isEmpty()) {
      sayFarewell(CloseReason.BUNDLE_STOP);
      return HandOver.DROPPED;
    }
    Optional<SuspendedSession> state = session().suspend(version.getAsInt());
    return state.isEmpty() ? HandOver.DEFERRED : resume(to, state.get());
  }

  private HandOver resume(ProtocolPlugin to, SuspendedSession state) {
    connection.stopTimer();
    try {
      ProtocolSession resumed = to.resume(connection, state);
      plugin = to;
      wire.locked(() -> session = resumed);
      return HandOver.MOVED;
    } catch (UnreadableSession e) {
      connection.sayGoodbye();
      wire.locked(() -> session = null);
      closeAfterCall(CloseReason.BUNDLE_STOP);
      return HandOver.DROPPED;
    }
  }

  private void finish(CloseReason reason) {
    wire.flush();
    try {
      if (session != null) {
        session.onClose(reason);
      }
    } catch (RuntimeException | Error e) {
      wire.locked(() -> failure = e);
    }
    wire.locked(
        () -> {
          ended = true;
          wire.serverClosed = true;
        });
  }
}
