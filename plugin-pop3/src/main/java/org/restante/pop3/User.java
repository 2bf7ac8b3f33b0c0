package org.restante.pop3;

/**
 * USER: the name of a login. It is never said whether there is such a name.
 *
 * @rfc 1939 7
 */
record User(String name) implements Command {

  static User read(Arguments arguments) {
    return new User(arguments.expectText("a name"));
  }

  @Override
  public void run(Pop3Session session) {
    Pass.requireProtection(session);
    session.login().user(name);
    session.ok("send PASS");
  }
}
