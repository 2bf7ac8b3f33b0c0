package org.restante.smtp;

import org.restante.smtp.reply.Reply;

/**
 * RSET: ends the transaction.
 *
 * @rfc 5321 4.1.1.5
 */
record Rset() implements Command {

  static Rset read(Arguments arguments) {
    arguments.expectNothing();
    return new Rset();
  }

  @Override
  public void run(SmtpSession session) {
    session.endTransaction();
    session.reply(Reply.of(250, "2.0.0", "begin anew"));
  }
}
