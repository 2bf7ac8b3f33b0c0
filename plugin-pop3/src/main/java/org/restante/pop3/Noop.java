package org.restante.pop3;

/**
 * NOOP: a sign of life.
 *
 * @rfc 1939 5
 */
record Noop() implements Command {

  static Noop read(Arguments arguments) {
    return new Noop();
  }

  @Override
  public void run(Pop3Session session) {
    session.ok("here");
  }
}
