package org.restante.pop3;

import java.util.OptionalInt;
import org.restante.pop3.maildrop.Maildrop;

/**
 * UIDL: names of messages that stay the same over sessions, of one message or of all.
 *
 * @rfc 1939 7
 */
record Uidl(OptionalInt message) implements Command {

  static Uidl read(Arguments arguments) {
    return new Uidl(arguments.takeMessage());
  }

  @Override
  public void run(Pop3Session session) {
    Maildrop maildrop = session.maildrop();
    if (message.isPresent()) {
      int number = session.expectMessage(message.getAsInt());
      if (maildrop.sizeNow(number).isEmpty()) {
        throw Retr.gone();
      }
      session.ok(number + " " + maildrop.uniqueId(number));
      return;
    }
    maildrop.loadSizes();
    session.multiLine(
        "names follow",
        answer -> maildrop.each(number -> answer.line(number + " " + maildrop.uniqueId(number))));
  }
}
