package org.restante.core.plugin;

import java.time.Duration;
import org.restante.core.connection.ClientConnection;
import org.restante.protocol.CloseReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a revision's sessions where nobody goes on with them. */
final class Departure {
  private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
  private static final Duration CUT_TIME = Duration.ofSeconds(1);

  private Departure() {}

  /** All say goodbye; who has not in time is cut. */
  static void begin(Revision revision, CloseReason reason, Duration limit) {
    revision.connections().forEach(connection -> connection.farewell(reason));
    finish(revision, limit);
  }

  /** Waits for goodbyes that were asked for; who has not said it in time is cut. */
  static void finish(Revision revision, Duration limit) {
    if (!revision.awaitEmpty(limit)) {
      LOG.warn("{}: cutting {} sessions that do not end", revision, revision.sessions());
      revision.connections().forEach(ClientConnection::abort);
      revision.awaitEmpty(CUT_TIME);
    }
  }
}
