package org.restante.imap.mailbox;

import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

/**
 * CREATE.
 *
 * @rfc 3501 6.3.3
 */
public record Create(String mailbox) implements Command.Personal {

  /** Reads the mailbox. */
  public static Create read(ImapReader in) {
    in.expectSpace();
    return new Create(in.expectAstring());
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    conversation.store().create(account, conversation.name(mailbox), Optional.empty());
    return Completion.ok("CREATE completed");
  }
}
