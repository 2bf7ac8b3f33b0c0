package org.restante.pop3;

/**
 * DELE: marks a message for removal by QUIT.
 *
 * @rfc 1939 5
 */
record Dele(int message) implements Command {

  static Dele read(Arguments arguments) {
    return new Dele(arguments.expectMessage());
  }

  @Override
  public void run(Pop3Session session) {
    int number = session.expectMessage(message);
    session.maildrop().mark(number);
    session.ok("message " + number + " marked");
  }
}
