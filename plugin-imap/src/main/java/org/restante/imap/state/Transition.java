package org.restante.imap.state;

import static org.restante.imap.state.State.AUTHENTICATED;
import static org.restante.imap.state.State.LOGOUT;
import static org.restante.imap.state.State.NOT_AUTHENTICATED;
import static org.restante.imap.state.State.SELECTED;

import java.util.Set;

/**
 * The seven transitions, in the order of the drawing in RFC 3501. Those from no state are the
 * greeting's.
 *
 * @rfc 3501 3
 */
public enum Transition {
  /** (1) Connection without pre-authentication: OK greeting. */
  CONNECTED(Set.of(), NOT_AUTHENTICATED),
  /** (2) Pre-authenticated connection: PREAUTH greeting. */
  PRE_AUTHENTICATED(Set.of(), AUTHENTICATED),
  /** (3) Rejected connection: BYE greeting. */
  REJECTED(Set.of(), LOGOUT),
  /** (4) Successful LOGIN or AUTHENTICATE. */
  LOGGED_IN(Set.of(NOT_AUTHENTICATED), AUTHENTICATED),
  /** (5) Successful SELECT or EXAMINE. */
  OPENED(Set.of(AUTHENTICATED), SELECTED),
  /** (6) CLOSE, UNSELECT, or another SELECT or EXAMINE, failed or not. */
  CLOSED(Set.of(SELECTED), AUTHENTICATED),
  /** (7) LOGOUT, server shutdown, or connection closed. */
  LEFT(Set.of(NOT_AUTHENTICATED, AUTHENTICATED, SELECTED, LOGOUT), LOGOUT);

  private final Set<State> from;
  private final State to;

  Transition(Set<State> from, State to) {
    this.from = from;
    this.to = to;
  }

  /** The state afterwards; a session that is not in a state to start from has a bug. */
  public State from(State now) {
    if (!from.contains(now)) {
      throw new IllegalStateException(this + " in state " + now);
    }
    return to;
  }

  /** The state a greeting leads to. */
  public State initial() {
    if (!from.isEmpty()) {
      throw new IllegalStateException(this + " is no greeting");
    }
    return to;
  }
}
