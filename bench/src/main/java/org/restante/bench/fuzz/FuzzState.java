package org.restante.bench.fuzz;

import java.util.Set;
import org.restante.protocol.SessionState;

/**
 * The four states; an input is said to a session that is in one of them. In the last one a client
 * is leaving: its session idles or not, LOGOUT comes behind the input, and nothing must be answered
 * to what comes behind LOGOUT.
 *
 * @rfc 9051 3
 */
enum FuzzState {
  NOT_AUTHENTICATED(Set.of(SessionState.NOT_AUTHENTICATED), ""),
  AUTHENTICATED(Set.of(SessionState.AUTHENTICATED), "@ LOGIN user1 pass\r\n"),
  SELECTED(Set.of(SessionState.SELECTED), "@ LOGIN user1 pass\r\n@ SELECT INBOX\r\n"),
  LOGOUT(Set.of(), "@ LOGIN user1 pass\r\n@ SELECT INBOX\r\n");

  private final Set<SessionState> states;
  private final String way;

  FuzzState(Set<SessionState> states, String way) {
    this.states = states;
    this.way = way;
  }

  /** What a client says to get there. */
  String way() {
    return way;
  }

  /** Whether a session is in it, so that the next input can be said to it. */
  boolean has(SessionState state) {
    return states.contains(state);
  }
}
