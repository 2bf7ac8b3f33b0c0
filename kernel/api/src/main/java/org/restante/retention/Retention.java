package org.restante.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mime.MimeIndex;

/**
 * What is retained. Thread-safe; calls block. How long is a setting of the mail store, for each of
 * messages, mailboxes and accounts; zero keeps nothing.
 */
@ProviderType
public interface Retention {

  /** Retained messages, those removed last first, until the visitor has seen enough. */
  void messages(AccountId account, Predicate<RetainedMessage> visitor);

  /** Structure and envelope of a retained message; empty where there are none to show. */
  Optional<MimeIndex> index(AccountId account, long message);

  /**
   * Puts messages back into their mailboxes, under new UIDs, with their flags and dates. A mailbox
   * that was renamed since is found by its id; where it is gone, the one of its name takes them,
   * and is made if there is none.
   *
   * @param messages message ids; those that are not retained are left out
   * @return the ids of those that are back
   * @throws org.restante.refusal.OverQuota if they do not fit; then none is back
   * @throws org.restante.refusal.LimitReached if they are more than fit into one commit
   */
  Set<Long> restore(AccountId account, Set<Long> messages);

  /** Deleted mailboxes, those deleted last first. */
  List<RetainedMailbox> mailboxes(AccountId account);

  /**
   * Puts a mailbox back with its messages, UIDs and UIDVALIDITY as they were.
   *
   * @param name as what
   * @throws org.restante.refusal.MailboxExists if the name is taken
   * @throws org.restante.refusal.NoSuchMailbox if it is not retained
   * @throws org.restante.refusal.OverQuota if its messages do not fit
   */
  Mailbox restoreMailbox(AccountId account, long mailbox, MailboxName name);

  /** Deleted accounts, those deleted last first. */
  List<RetainedAccount> accounts();

  /**
   * Puts an account back with all its mail, its password and its aliases as far as they are free.
   *
   * @throws IllegalArgumentException if its address is taken now
   * @throws org.restante.refusal.NoSuchAccount if it is not retained
   */
  Account restoreAccount(AccountId account);

  /** Removes for good what was removed before an instant, in whole seconds; of one account. */
  void purge(AccountId account, Instant before);

  /** Removes a deleted account for good. */
  void purgeAccount(AccountId account);
}
