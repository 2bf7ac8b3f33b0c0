package org.restante.imap.quota;

import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxName;

/**
 * GETQUOTAROOT. The mailbox need not be there: the root is the same for all.
 *
 * @rfc 9208 4.1.2
 */
public record GetQuotaRoot(String mailbox) implements Command.Personal {

  /** Reads a mailbox. */
  public static GetQuotaRoot read(ImapReader in) {
    in.expectSpace();
    return new GetQuotaRoot(in.expectAstring());
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    MailboxName name = conversation.name(mailbox);
    String root = QuotaRoots.own(conversation).address();
    ImapWriter out = conversation.out().raw("* QUOTAROOT ");
    conversation.writeName(name);
    out.raw(' ').astring(ImapWriter.octets(root)).endLine();
    QuotaResponse.write(conversation, root, conversation.store().usage(account));
    return Completion.ok("GETQUOTAROOT completed");
  }
}
