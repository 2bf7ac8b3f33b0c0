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
  default Optional<MimeIndex> index(AccountId account, long message) {
    return Optional.empty();
  }

  /**
   * Puts messages back into their mailboxes, as new messages with their flags and dates. A mailbox
   * that is gone is made again; one that was renamed since is found by its id.
   *
   * @param messages message ids; those that are not retained are left out
   * @return the ids of those that are back
   * @throws org.restante.refusal.OverQuota if they do not fit; then none is back
   */
  Set<Long> restore(AccountId account, Set<Long> messages);

  /** Deleted mailboxes, those deleted last first. */
  List<RetainedMailbox> mailboxes(AccountId account);

  /**
   * Puts a mailbox back with its messages, UIDs and UIDVALIDITY as they were.
   *
   * @param name as what
   * @throws org.restante.refusal.MailboxExists if the name is taken
   */
  Mailbox restoreMailbox(AccountId account, long mailbox, MailboxName name);

  /** Deleted accounts, those deleted last first. */
  List<RetainedAccount> accounts();

  /**
   * Puts an account back with all its mail, its password and its aliases as far as they are free.
   *
   * @throws IllegalArgumentException if its address is taken now
   */
  Account restoreAccount(AccountId account);

  /** Removes for good what was retained before an instant; of one account. */
  void purge(AccountId account, Instant before);

  /** Removes a deleted account for good. */
  void purgeAccount(AccountId account);
}
