package org.restante.pop3;

import org.restante.account.Authentication;

/**
 * PASS: the password, which may have spaces in it.
 *
 * @rfc 1939 7
 */
record Pass(String password) implements Command {

  private static final String MECHANISM = "USER";

  static Pass read(Arguments arguments) {
    return new Pass(arguments.expectText("a password"));
  }

  @Override
  public void run(Pop3Session session) {
    requireProtection(session);
    String name =
        session.login().user().orElseThrow(() -> new Problem.Syntax("USER comes before PASS"));
    session.login().forget();
    Authentication outcome =
        session
            .services()
            .authenticator()
            .authenticate(name, password, session.connection().peer().getAddress());
    switch (outcome) {
      case Authentication.Granted granted -> session.enter(MECHANISM, granted.account());
      case Authentication.Denied denied -> throw session.denied(MECHANISM, denied.reason());
    }
  }

  /** No password in clear, unless the operator allows it (RFC 2595 §2.1). */
  static void requireProtection(Pop3Session session) {
    if (!session.connection().plaintextLoginAllowed()) {
      throw unprotected();
    }
  }

  static Problem unprotected() {
    return new Problem.Refused("STLS comes before a login");
  }

  @Override
  public String toString() {
    return "PASS";
  }
}
