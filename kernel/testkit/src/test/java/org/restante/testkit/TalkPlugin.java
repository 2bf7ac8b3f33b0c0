package org.restante.testkit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;

/** A protocol that answers what it is told, and remembers what the kernel called. */
public final class TalkPlugin implements ProtocolPlugin {
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final StateVersions states;
  private final boolean reads;

  private TalkPlugin(StateVersions states, boolean reads) {
    this.states = states;
    this.reads = reads;
  }

  /** The first revision. */
  public TalkPlugin() {
    this(1, 1);
  }

  /** A revision with these versions of states. */
  public TalkPlugin(int oldest, int newest) {
    this(new StateVersions(oldest, newest), true);
  }

  /** A revision that fails at what it promised. */
  public static TalkPlugin cannotRead() {
    return new TalkPlugin(StateVersions.only(1), false);
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
  public StateVersions states() {
    return states;
  }

  @Override
  public ProtocolSession open(Connection connection) {
    calls.add("open");
    return new TalkSession(this, connection, 0);
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    calls.add("resume " + state.version());
    if (!reads) {
      throw new UnreadableSession("version " + state.version());
    }
    return new TalkSession(this, connection, state.octets()[0]);
  }
}
