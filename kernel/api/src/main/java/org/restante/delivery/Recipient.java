package org.restante.delivery;

import org.restante.account.AccountId;
import org.restante.mailbox.MailboxName;

/** A mailbox that gets a letter; where it is missing, INBOX gets it. */
public record Recipient(AccountId account, MailboxName mailbox) {

  /** An account's INBOX. */
  public static Recipient inbox(AccountId account) {
    return new Recipient(account, MailboxName.INBOX);
  }
}
