package org.restante.bench.fuzz;

import org.restante.protocol.SessionState;

/**
 * The four states; an input is said to a session that is in one of them. In the last one a client
 * is leaving: its session idles or not, LOGOUT comes behind the input, and nothing must be answered
 * to what comes behind LOGOUT.
 *
 * @rfc 9051 3
 */
enum FuzzState {
  NOT_AUTHENTICATED(SessionState.NOT_AUTHENTICATED, ""),
  AUTHENTICATED(SessionState.AUTHENTICATED, "@ LOGIN user1 pass\r\n"),
  SELECTED(SessionState.SELECTED, "@ LOGIN user1 pass\r\n@ SELECT INBOX\r\n"),
  LOGOUT(SessionState.SELECTED, "@ LOGIN user1 pass\r\n@ SELECT INBOX\r\n");

  private final SessionState where;
  private final String way;

  FuzzState(SessionState where, String way) {
    this.where = where;
    this.way = way;
  }

  /** Where a session is that the next input is said to. */
  SessionState where() {
    return where;
  }

  /** What a client says to get there. */
  String way() {
    return way;
  }

  /** Whether one more input can be said to the same session: nobody leaves twice. */
  boolean goesOnIn(SessionState state) {
    return this != LOGOUT && state == where;
  }
}
