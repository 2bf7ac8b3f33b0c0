package org.restante.smtp;

import org.restante.protocol.Connection;
import org.restante.smtp.reply.Reply;

/**
 * STARTTLS: TLS from here on. What was said before it is forgotten.
 *
 * @rfc 3207 4
 */
record StartTls() implements Command {

  static StartTls read(Arguments arguments) {
    arguments.expectNothing();
    return new StartTls();
  }

  @Override
  public void run(SmtpSession session) {
    Connection connection = session.connection();
    if (connection.encrypted()) {
      throw Problem.sequence("TLS is active");
    }
    if (session.authenticated()) { // a login made in clear must not outlive the change to TLS
      throw Problem.sequence("STARTTLS comes before AUTH");
    }
    if (!connection.startTlsOffered()) {
      throw new Problem.Refused(454, "4.7.0", "TLS is not available");
    }
    session.reply(Reply.of(220, "2.0.0", "begin TLS"));
    session.forget();
    connection.startTls();
  }
}
