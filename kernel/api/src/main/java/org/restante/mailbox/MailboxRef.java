package org.restante.mailbox;

import org.restante.account.AccountId;

/**
 * A mailbox of an account, whatever its name is now.
 *
 * @param account the account
 * @param mailbox the mailbox's id: positive, never reused in the account
 */
public record MailboxRef(AccountId account, long mailbox) {}
