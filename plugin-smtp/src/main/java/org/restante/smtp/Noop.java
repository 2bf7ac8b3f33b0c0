package org.restante.smtp;

import org.restante.smtp.reply.Reply;

/**
 * NOOP: a sign of life.
 *
 * @rfc 5321 4.1.1.9
 */
record Noop() implements Command {

  static Noop read(Arguments arguments) {
    return new Noop();
  }

  @Override
  public void run(SmtpSession session) {
    session.reply(Reply.of(250, "2.0.0", "here"));
  }
}
