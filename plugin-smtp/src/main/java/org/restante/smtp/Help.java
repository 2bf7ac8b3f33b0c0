package org.restante.smtp;

import org.restante.smtp.reply.Reply;

/**
 * HELP: a word for people.
 *
 * @rfc 5321 4.1.1.8
 */
record Help() implements Command {

  static Help read(Arguments arguments) {
    return new Help();
  }

  @Override
  public void run(SmtpSession session) {
    session.reply(Reply.of(214, "2.0.0", "see RFC 5321"));
  }
}
