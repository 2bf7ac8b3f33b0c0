package org.restante.imap.universal;

import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

/**
 * CAPABILITY.
 *
 * @rfc 3501 6.1.1
 */
public record Capability() implements Command.Universal {

  /** Reads nothing more. */
  public static Capability read(ImapReader in) {
    return new Capability();
  }

  @Override
  public Outcome run(Conversation conversation) {
    conversation.out().raw("* CAPABILITY ").raw(conversation.capabilities()).endLine();
    return Completion.ok("CAPABILITY completed");
  }
}
