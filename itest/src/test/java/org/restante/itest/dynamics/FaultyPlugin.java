package org.restante.itest.dynamics;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;

/** Does what another plugin does, but one of five commands throws. */
public final class FaultyPlugin implements ProtocolPlugin {

  private static final int EACH = 5;

  private final ProtocolPlugin real;
  private final AtomicInteger commands = new AtomicInteger();

  FaultyPlugin(ProtocolPlugin real) {
    this.real = real;
  }

  /** A command has come. */
  void count() {
    if (commands.incrementAndGet() % EACH == 0) {
      throw new IllegalStateException("a bad revision throws");
    }
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
    return real.states();
  }

  @Override
  public ProtocolSession open(Connection connection) {
    return new FaultySession(this, real.open(connection));
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    return new FaultySession(this, real.resume(connection, state));
  }
}
