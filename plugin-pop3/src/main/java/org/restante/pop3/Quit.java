package org.restante.pop3;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.restante.pop3.maildrop.Maildrop;

/**
 * QUIT: removes the marked messages, all in one commit, and those whose time is over, and ends the
 * session in any case.
 *
 * @rfc 1939 6
 * @rfc 2449 6.7
 */
record Quit() implements Command {

  static Quit read(Arguments arguments) {
    return new Quit();
  }

  @Override
  public void run(Pop3Session session) {
    try {
      if (session.authorized()) {
        update(session, session.maildrop());
      }
      session.ok("bye");
    } finally {
      session.leave();
    }
  }

  private static void update(Pop3Session session, Maildrop maildrop) {
    long removed = maildrop.removeMarked();
    long expired = expire(session, maildrop);
    int retained = maildrop.retained();
    session.services().meters().count(Pop3Meters.Series.DELETED, removed);
    session.services().meters().count(Pop3Meters.Series.RETAINED, retained);
    session.services().meters().count(Pop3Meters.Series.EXPIRED, expired);
  }

  /**
   * Here, in the UPDATE state, and not at login: what a client has not been told of does not go.
   * Days count from when a letter came into INBOX, which RFC 2449 §6.7 leaves to the server.
   */
  private static long expire(Pop3Session session, Maildrop maildrop) {
    OptionalInt days = session.services().settings().expireDays();
    if (days.isEmpty()) {
      return 0;
    }
    maildrop.noteRetrieved();
    Instant now = session.services().clock().instant();
    return maildrop.expire(now.minus(Duration.ofDays(days.getAsInt())));
  }
}
