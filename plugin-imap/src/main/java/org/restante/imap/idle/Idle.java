package org.restante.imap.idle;

import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

/**
 * IDLE.
 *
 * @rfc 2177 3
 */
public record Idle() implements Command.Personal {

  /** Reads nothing more. */
  public static Idle read(ImapReader in) {
    return new Idle();
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    conversation.out().raw("+ idling").endLine();
    Idling idling = new Idling(conversation, account);
    // What was committed before the watch began is told here; the watch gives word of the rest.
    idling.tellNews();
    return idling;
  }
}
