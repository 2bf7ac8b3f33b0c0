package org.restante.imap.universal;

import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.protocol.CloseReason;

/**
 * LOGOUT.
 *
 * @rfc 3501 6.1.3
 */
public record Logout() implements Command.Universal {

  /** Reads nothing more. */
  public static Logout read(ImapReader in) {
    return new Logout();
  }

  @Override
  public Outcome run(Conversation conversation) {
    conversation.out().raw("* BYE Until next time").endLine();
    conversation.left();
    conversation.connection().close(CloseReason.LOGOUT);
    return Completion.ok("LOGOUT completed");
  }
}
