package org.restante.testkit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/** A protocol that answers what it is told, and remembers what the kernel called. */
public final class TalkPlugin implements ProtocolPlugin {
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final int version;

  /** The first revision. */
  public TalkPlugin() {
    this(1);
  }

  /** Reads states of this version only. */
  public TalkPlugin(int version) {
    this.version = version;
  }

  /** What the kernel called, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public String protocol() {
    return "talk";
  }

  @Override
  public Set<String> commands() {
    return Set.of("SAY");
  }

  @Override
  public ProtocolSession open(Connection connection) {
    calls.add("open");
    return new TalkSession(this, connection, 0);
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    calls.add("resume");
    if (state.version() != version) {
      throw new UnreadableSession("version " + state.version());
    }
    return new TalkSession(this, connection, state.octets()[0]);
  }
}
