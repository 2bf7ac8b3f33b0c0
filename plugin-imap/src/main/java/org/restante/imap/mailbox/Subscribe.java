package org.restante.imap.mailbox;

import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

/**
 * SUBSCRIBE and UNSUBSCRIBE. A name without a mailbox may be subscribed.
 *
 * @rfc 3501 6.3.6
 * @rfc 3501 6.3.7
 */
public record Subscribe(String mailbox, boolean wanted) implements Command.Personal {

  /** Reads the mailbox of a SUBSCRIBE. */
  public static Subscribe read(ImapReader in) {
    in.expectSpace();
    return new Subscribe(in.expectAstring(), true);
  }

  /** Reads the mailbox of an UNSUBSCRIBE. */
  public static Subscribe readUnsubscribe(ImapReader in) {
    in.expectSpace();
    return new Subscribe(in.expectAstring(), false);
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    conversation.store().subscribe(account, conversation.name(mailbox), wanted);
    return Completion.ok(wanted ? "SUBSCRIBE completed" : "UNSUBSCRIBE completed");
  }
}
