package org.restante.imap.quota;

import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

/**
 * GETQUOTA.
 *
 * @rfc 9208 4.1.1
 */
public record GetQuota(String root) implements Command.Personal {

  /** Reads a quota root. */
  public static GetQuota read(ImapReader in) {
    in.expectSpace();
    return new GetQuota(in.expectAstring());
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    Account owner = QuotaRoots.visible(conversation, root);
    QuotaResponse.write(conversation, root, conversation.store().usage(owner.id()));
    return Completion.ok("GETQUOTA completed");
  }
}
