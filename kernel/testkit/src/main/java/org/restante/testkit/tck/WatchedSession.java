package org.restante.testkit.tck;

import java.util.Optional;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;

/** A session of a {@link WatchedPlugin}: another one may stand behind it after each call. */
final class WatchedSession implements ProtocolSession {
  private final WatchedPlugin plugin;
  private final ConnectionWatch watch;
  private ProtocolSession real;

  WatchedSession(WatchedPlugin plugin, ConnectionWatch watch, ProtocolSession real) {
    this.plugin = plugin;
    this.watch = watch;
    this.real = real;
  }

  @Override
  public void greet() {
    real.greet();
    real = plugin.next(real, watch);
  }

  @Override
  public void onInput() {
    real.onInput();
    real = plugin.next(real, watch);
  }

  @Override
  public void onWake() {
    watch.spoken();
    real.onWake();
    if (watch.spoken()) { // one that has just been resumed may look for news, find none, and rest
      real = plugin.next(real, watch);
    }
  }

  @Override
  public Optional<SuspendedSession> suspend(int version) {
    return real.suspend(version);
  }

  @Override
  public void farewell(CloseReason reason) {
    real.farewell(reason);
  }

  @Override
  public void onClose(CloseReason reason) {
    real.onClose(reason);
  }
}
