package org.restante.protocol;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.restante.protocol.state.StateVersions;

/**
 * A protocol. A bundle registers one as a service; the listeners configured for {@link #protocol}
 * give it their connections. Several revisions may be there at a time: the highest bundle version
 * gets new connections. Thread-safe.
 */
@ConsumerType
public interface ProtocolPlugin {

  /** The protocol's name, lower case: {@code imap}. */
  String protocol();

  /** Every command, upper case: the closed set of values that meters may show. */
  Set<String> commands();

  /**
   * The versions of a suspended session's state that this revision writes and reads. Between two
   * revisions the newest one that both have is used.
   */
  default StateVersions states() {
    return StateVersions.only(1);
  }

  /** A session for a new connection. Must not block; {@link ProtocolSession#greet} comes next. */
  ProtocolSession open(Connection connection);

  /**
   * A session that goes on where a suspended one stopped, on the same connection, after its last
   * complete command. Nothing is said to the client.
   *
   * @throws UnreadableSession where this revision can't read the state
   */
  ProtocolSession resume(Connection connection, SuspendedSession state) throws UnreadableSession;

  /** Throws where this revision can't serve: it is then refused, and the old one keeps serving. */
  default void checkHealth() {}
}
