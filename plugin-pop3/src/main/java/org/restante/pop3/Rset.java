package org.restante.pop3;

/**
 * RSET: takes all marks back.
 *
 * @rfc 1939 5
 */
record Rset() implements Command {

  static Rset read(Arguments arguments) {
    return new Rset();
  }

  @Override
  public void run(Pop3Session session) {
    session.maildrop().unmark();
    session.ok("no message is marked");
  }
}
