package org.restante.smtp;

import org.restante.protocol.CloseReason;
import org.restante.smtp.reply.Reply;

/**
 * QUIT: the end.
 *
 * @rfc 5321 4.1.1.10
 */
record Quit() implements Command {

  static Quit read(Arguments arguments) {
    arguments.expectNothing();
    return new Quit();
  }

  @Override
  public void run(SmtpSession session) {
    session.endTransaction();
    session.reply(Reply.of(221, "2.0.0", session.connection().listener().hostname() + " bye"));
    session.close(CloseReason.LOGOUT);
  }
}
