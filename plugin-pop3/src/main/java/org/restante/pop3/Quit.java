package org.restante.pop3;

import org.restante.pop3.maildrop.Maildrop;

/**
 * QUIT: removes the marked messages, all in one commit, and ends the session in any case.
 *
 * @rfc 1939 6
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
    int retained = maildrop.retained();
    long removed = maildrop.removeMarked();
    session.services().meters().count(Pop3Meters.Series.DELETED, removed);
    session.services().meters().count(Pop3Meters.Series.RETAINED, retained);
  }
}
