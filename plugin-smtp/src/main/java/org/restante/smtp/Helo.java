package org.restante.smtp;

import org.restante.smtp.SmtpSession.Hello;
import org.restante.smtp.reply.Reply;

/**
 * HELO: the client's name, for clients without extensions.
 *
 * @rfc 5321 4.1.1.1
 */
record Helo(String name) implements Command {

  static Helo read(Arguments arguments) {
    return new Helo(Ehlo.expectName(arguments));
  }

  @Override
  public void run(SmtpSession session) {
    session.greeted(new Hello(name, false));
    session.reply(Reply.of(250, "", session.connection().listener().hostname()));
  }
}
