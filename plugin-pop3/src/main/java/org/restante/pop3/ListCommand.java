package org.restante.pop3;

import java.util.OptionalInt;
import org.restante.pop3.maildrop.Maildrop;

/**
 * LIST: sizes, of one message or of all. A size is the number of octets of the letter as it is
 * stored; see {@link org.restante.pop3.multiline} for what a client counts.
 *
 * @rfc 1939 5
 */
record ListCommand(OptionalInt message) implements Command {

  static ListCommand read(Arguments arguments) {
    return new ListCommand(arguments.takeMessage());
  }

  @Override
  public void run(Pop3Session session) {
    if (message.isPresent()) {
      int number = session.expectMessage(message.getAsInt());
      long size = session.maildrop().sizeNow(number).orElseThrow(Retr::gone);
      session.ok(number + " " + size);
      return;
    }
    Maildrop maildrop = session.maildrop();
    maildrop.loadSizes();
    session.multiLine(
        "sizes follow",
        answer -> maildrop.each(number -> answer.line(number + " " + maildrop.size(number))));
  }
}
