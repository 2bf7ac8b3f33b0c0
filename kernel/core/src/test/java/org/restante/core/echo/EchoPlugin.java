package org.restante.core.echo;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/** Serves {@link EchoSession}s of one revision, and tells what happened to them. */
public class EchoPlugin implements ProtocolPlugin {
  /** The protocol's name. */
  public static final String PROTOCOL = "echo";

  private final String revision;
  private final int stateVersion;

  /** What sessions report: {@code close LOGOUT}, {@code farewell SHUTDOWN}, {@code wake}. */
  public final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  /** Every session's connection, in the order they came. */
  public final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

  /** As a bundle would have it. */
  public EchoPlugin() {
    this("1", 1);
  }

  /** A revision that reads only states of one version. */
  public EchoPlugin(String revision, int stateVersion) {
    this.revision = revision;
    this.stateVersion = stateVersion;
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
  public ProtocolSession open(Connection connection) {
    connections.add(connection);
    return new EchoSession(connection, events, revision, stateVersion, 0);
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    if (state.version() != stateVersion) {
      throw new UnreadableSession("version " + state.version());
    }
    connections.add(connection);
    return new EchoSession(connection, events, revision, stateVersion, state.octets()[0]);
  }
}
