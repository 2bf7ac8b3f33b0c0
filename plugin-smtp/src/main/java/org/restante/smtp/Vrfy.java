package org.restante.smtp;

import org.restante.smtp.reply.Reply;

/**
 * VRFY: nobody is told who has a mailbox here.
 *
 * @rfc 5321 3.5.3
 */
record Vrfy() implements Command {

  static Vrfy read(Arguments arguments) {
    if (arguments.text().isBlank()) {
      throw Problem.arguments("VRFY needs a name");
    }
    return new Vrfy();
  }

  @Override
  public void run(SmtpSession session) {
    session.reply(Reply.of(252, "2.5.2", "send some mail and see"));
  }
}
