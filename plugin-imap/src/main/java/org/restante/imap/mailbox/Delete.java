package org.restante.imap.mailbox;

import java.util.List;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.mailbox.Mailbox;

/**
 * DELETE. A client that deletes the mailbox it has open closes it by that.
 *
 * @rfc 3501 6.3.4
 */
public record Delete(String mailbox) implements Command.Personal {

  /** Reads the mailbox. */
  public static Delete read(ImapReader in) {
    in.expectSpace();
    return new Delete(in.expectAstring());
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    Mailbox found = conversation.mailbox(account, mailbox);
    conversation.store().delete(account, found.name());
    if (conversation.isOtherName(mailbox, found.name())) {
      ListResponse.write(conversation, List.of("\\NonExistent"), found.name(), mailbox);
    }
    if (conversation.hasOpen(found.ref())) {
      conversation.closed();
    }
    return Completion.ok("DELETE completed");
  }
}
