package org.restante.imap.mailbox;

import java.util.Set;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

/**
 * STATUS.
 *
 * @rfc 3501 6.3.10
 */
public record Status(String mailbox, Set<StatusItem> items) implements Command.Personal {

  /** Reads the mailbox and what to tell of it. */
  public static Status read(ImapReader in) {
    in.expectSpace();
    String mailbox = in.expectAstring();
    in.expectSpace();
    return new Status(mailbox, StatusItem.expectList(in));
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    StatusResponse.write(conversation, conversation.mailbox(account, mailbox), items);
    return Completion.ok("STATUS completed");
  }
}
