package org.restante.imap.mailbox;

import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

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
    conversation.store().rename(account, conversation.name(from), conversation.newName(to));
    return Completion.ok("RENAME completed");
  }
}
