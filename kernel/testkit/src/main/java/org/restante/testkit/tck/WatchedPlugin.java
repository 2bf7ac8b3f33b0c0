package org.restante.testkit.tck;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;
import org.restante.testkit.connection.MemoryConnection;

/**
 * A plugin in memory, watched; its sessions are suspended and resumed after some of their calls in
 * which they spoke or were spoken to, before anything else is asked of them.
 */
final class WatchedPlugin implements ProtocolPlugin {
  private final ProtocolPlugin real;
  private final int version;
  private final IntPredicate suspends;
  private final List<SuspendedSession> states = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private volatile @Nullable ConnectionWatch watch;
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * Suspends in one version.
   *
   * @param suspends whether after this call, counted from one
   */
  WatchedPlugin(ProtocolPlugin real, int version, IntPredicate suspends) {
    this.real = real;
    this.version = version;
    this.suspends = suspends;
  }

  /** Never suspends. */
  WatchedPlugin(ProtocolPlugin real) {
    this(real, real.states().newest(), call -> false);
  }

  /** The latest session's connection. */
  ConnectionWatch watch() {
    return Objects.requireNonNull(watch, "no session yet");
  }

  /** States that were written. */
  List<SuspendedSession> written() {
    return List.copyOf(states);
  }

  /** What went wrong between two calls. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Calls that the latest session has had. */
  int calls() {
    return calls.get();
  }

  /** A call of the session has ended: the session that goes on. */
  ProtocolSession next(ProtocolSession session, ConnectionWatch connection) {
    int call = calls.incrementAndGet();
    if (connection.closing() || !suspends.test(call)) {
      return session;
    }
    SuspendedSession state =
        session
            .suspend(version)
            .orElseThrow(() -> broken("does not let itself be suspended after call " + call));
    states.add(state);
    connection.connection().wakeAfter(Duration.ZERO); // as the kernel does
    try {
      return real.resume(connection.connection(), state);
    } catch (UnreadableSession e) {
      throw broken("does not read what it wrote after call " + call + ": " + e.getMessage());
    } catch (RuntimeException e) {
      throw broken("fails at what it wrote after call " + call + ": " + e);
    }
  }

  private AssertionError broken(String what) {
    problems.add("the session " + what);
    return new AssertionError(what);
  }

  @Override
  public String protocol() {
    return real.protocol();
  }

  @Override
  public Set<String> commands() {
    return real.commands();
  }

  @Override
  public StateVersions states() {
    return StateVersions.only(version);
  }

  @Override
  public ProtocolSession open(Connection connection) {
    ConnectionWatch watched = new ConnectionWatch((MemoryConnection) connection);
    watch = watched;
    calls.set(0);
    return new WatchedSession(this, watched, real.open(watched.connection()));
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    return real.resume(connection, state);
  }
}
