package org.restante.imap.mailbox;

import java.util.List;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.mailbox.MailboxName;

/**
 * RENAME. Sessions that have the mailbox open keep it.
 *
 * @rfc 3501 6.3.5
 */
public record Rename(String from, String to) implements Command.Personal {

  /** Reads the old name and the new one. */
  public static Rename read(ImapReader in) {
    in.expectSpace();
    String from = in.expectAstring();
    in.expectSpace();
    return new Rename(from, in.expectAstring());
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    MailboxName old = conversation.name(from);
    MailboxName renamed = conversation.name(to);
    conversation.store().rename(account, old, renamed);
    if (conversation.isOtherName(from, old) || conversation.isOtherName(to, renamed)) {
      ListResponse.write(conversation, List.of(), renamed, from);
    }
    return Completion.ok("RENAME completed");
  }
}
