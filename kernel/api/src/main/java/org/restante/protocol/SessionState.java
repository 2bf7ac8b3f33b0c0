package org.restante.protocol;

/**
 * Where a session is.
 *
 * @rfc 3501 3
 */
public enum SessionState {
  /** The client has not shown who it is. */
  NOT_AUTHENTICATED,
  /** It has. */
  AUTHENTICATED,
  /** It has a mailbox open. */
  SELECTED,
  /** It waits for news. */
  IDLE,
  /** It is leaving. */
  LOGOUT
}
