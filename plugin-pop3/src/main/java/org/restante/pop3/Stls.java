package org.restante.pop3;

import org.restante.protocol.Connection;

/**
 * STLS: TLS from here on. What was said before it is forgotten.
 *
 * @rfc 2595 4
 */
record Stls() implements Command {

  static Stls read(Arguments arguments) {
    return new Stls();
  }

  @Override
  public void run(Pop3Session session) {
    Connection connection = session.connection();
    if (connection.encrypted()) {
      throw new Problem.Refused("TLS is active");
    }
    if (!connection.startTlsOffered()) {
      throw new Problem.Refused("TLS is not available");
    }
    session.ok("begin TLS");
    session.login().forget();
    connection.startTls();
  }
}
