package org.restante.broken;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Set;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;

/** Does what another plugin does, but for one rule. */
final class BrokenPlugin implements ProtocolPlugin {
  /** A state that says nothing. */
  static final byte[] FORGOTTEN = {'?'};

  private static final int ANOTHER = 99;

  private final ProtocolPlugin real;
  private final Break broken;
  private final MeterRegistry registry;

  BrokenPlugin(ProtocolPlugin real, Break broken, MeterRegistry registry) {
    this.real = real;
    this.broken = broken;
    this.registry = registry;
  }

  Break broken() {
    return broken;
  }

  MeterRegistry registry() {
    return registry;
  }

  /** What the real one writes when this version is asked for. */
  int written(int version) {
    return Math.min(version, real.states().newest());
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
    StateVersions own = real.states();
    return switch (broken) {
      case VERSIONS -> new StateVersions(own.oldest(), own.newest() + 1);
      case UNSHARED -> StateVersions.only(ANOTHER);
      default -> own;
    };
  }

  @Override
  public ProtocolSession open(Connection connection) {
    BrokenConnection between = new BrokenConnection(connection, this);
    return new BrokenSession(this, between, real.open(between.proxy()));
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    BrokenConnection between = new BrokenConnection(connection, this);
    try {
      ProtocolSession session =
          Arrays.equals(state.octets(), FORGOTTEN)
              ? real.open(between.proxy())
              : real.resume(between.proxy(), state);
      return new BrokenSession(this, between, session);
    } catch (UnreadableSession e) {
      if (broken == Break.FOREIGN) {
        throw new IllegalStateException("what is this?", e);
      }
      throw e;
    }
  }

  @Override
  public void checkHealth() {
    real.checkHealth();
  }
}
