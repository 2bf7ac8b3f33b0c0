package org.restante.imap.universal;

import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

/**
 * NOOP and CHECK: the sync point before the tagged response is all there is to do.
 *
 * @rfc 3501 6.1.2
 * @rfc 3501 6.4.1
 */
public record Noop(String name) implements Command.Universal {

  /** Reads nothing more. */
  public static Noop read(ImapReader in) {
    return new Noop("NOOP");
  }

  /** Reads nothing more of a CHECK. */
  public static Noop readCheck(ImapReader in) {
    return new Noop("CHECK");
  }

  @Override
  public Outcome run(Conversation conversation) {
    return Completion.ok(name + " completed");
  }
}
