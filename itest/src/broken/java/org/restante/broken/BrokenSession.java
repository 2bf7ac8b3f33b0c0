package org.restante.broken;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;

/** A session of a {@link BrokenPlugin}. */
final class BrokenSession implements ProtocolSession {
  private static final ReentrantLock OF_ALL = new ReentrantLock();

  private final BrokenPlugin plugin;
  private final BrokenConnection connection;
  private final ProtocolSession real;

  BrokenSession(BrokenPlugin plugin, BrokenConnection connection, ProtocolSession real) {
    this.plugin = plugin;
    this.connection = connection;
    this.real = real;
  }

  @Override
  public void greet() {
    real.greet();
  }

  @Override
  public void onInput() {
    if (plugin.broken() == Break.SLOW) {
      OF_ALL.lock();
      try {
        real.onInput();
      } finally {
        OF_ALL.unlock();
      }
      return;
    }
    real.onInput();
    connection.goOnIfAhead();
  }

  @Override
  public void onWake() {
    if (connection.lineAhead()) {
      onInput();
    } else {
      real.onWake();
    }
  }

  @Override
  public Optional<SuspendedSession> suspend(int version) {
    Optional<SuspendedSession> state = real.suspend(plugin.written(version));
    boolean forgets = plugin.broken() == Break.FORGETS && connection.heardMistake();
    return forgets
        ? state.map(
            known ->
                new SuspendedSession(known.protocol(), known.version(), BrokenPlugin.FORGOTTEN))
        : state;
  }

  @Override
  public void farewell(CloseReason reason) {
    if (plugin.broken() != Break.MUTE) {
      real.farewell(reason);
    }
  }

  @Override
  public void onClose(CloseReason reason) {
    real.onClose(reason);
  }
}
