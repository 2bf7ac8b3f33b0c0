package org.restante.itest.dynamics;

import java.util.Optional;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;

/** A session of a {@link FaultyPlugin}. */
final class FaultySession implements ProtocolSession {

  private final FaultyPlugin plugin;
  private final ProtocolSession real;

  FaultySession(FaultyPlugin plugin, ProtocolSession real) {
    this.plugin = plugin;
    this.real = real;
  }

  @Override
  public void greet() {
    real.greet();
  }

  @Override
  public void onInput() {
    plugin.count();
    real.onInput();
  }

  @Override
  public void onWake() {
    real.onWake();
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
