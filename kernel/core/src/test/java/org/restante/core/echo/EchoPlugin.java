package org.restante.core.echo;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;

/** Serves {@link EchoSession}s of one revision, and tells what happened to them. */
public class EchoPlugin implements ProtocolPlugin {
  /** The protocol's name. */
  public static final String PROTOCOL = "echo";

  private final String revision;
  private final StateVersions states;
  private final boolean reads;

  /** What sessions report: {@code close LOGOUT}, {@code farewell SHUTDOWN}, {@code wake}. */
  public final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  /** Every session's connection, in the order they came. */
  public final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

  /** As a bundle would have it. */
  public EchoPlugin() {
    this("1", 1);
  }

  /** A revision with one version of states. */
  public EchoPlugin(String revision, int stateVersion) {
    this(revision, StateVersions.only(stateVersion));
  }

  /** A revision with these versions of states. */
  public EchoPlugin(String revision, StateVersions states) {
    this(revision, states, true);
  }

  private EchoPlugin(String revision, StateVersions states, boolean reads) {
    this.revision = revision;
    this.states = states;
    this.reads = reads;
  }

  /** A revision that fails at what it promised. */
  public static EchoPlugin cannotRead(String revision) {
    return new EchoPlugin(revision, StateVersions.only(1), false);
  }

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public Set<String> commands() {
    return Set.of("SAY", "TAKE", "GIVE", "STARTTLS", "QUIT");
  }

  @Override
  public StateVersions states() {
    return states;
  }

  @Override
  public ProtocolSession open(Connection connection) {
    connections.add(connection);
    return new EchoSession(connection, events, revision, 0);
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    events.add("resume " + state.version());
    if (!reads) {
      throw new UnreadableSession("version " + state.version());
    }
    connections.add(connection);
    return new EchoSession(connection, events, revision, state.octets()[0]);
  }
}
