package org.restante.imap.state;

import org.restante.protocol.SessionState;

/**
 * The states of a session.
 *
 * @rfc 3501 3
 */
public enum State {
  /** The client has not shown who it is. */
  NOT_AUTHENTICATED(SessionState.NOT_AUTHENTICATED),
  /** It has. */
  AUTHENTICATED(SessionState.AUTHENTICATED),
  /** It has a mailbox open. */
  SELECTED(SessionState.SELECTED),
  /** It is leaving. */
  LOGOUT(SessionState.LOGOUT);

  private final SessionState metered;

  State(SessionState metered) {
    this.metered = metered;
  }

  /** The same for the dashboards. */
  public SessionState metered() {
    return metered;
  }
}
