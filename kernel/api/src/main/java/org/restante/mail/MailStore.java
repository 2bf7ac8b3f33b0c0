package org.restante.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.account.AccountId;
import org.restante.account.QuotaUsage;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.mailbox.SpecialUse;
import org.restante.message.AppendOutcome;
import org.restante.message.CopyOutcome;
import org.restante.message.FlagOutcome;
import org.restante.message.FlagUpdate;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.UidSet;

/**
 * The mail of all accounts.
 *
 * <p>Thread-safe; calls block and belong on virtual threads. A mutation has returned when it is one
 * durable commit: messages, UIDs, MODSEQs, counters, quota and change log together. It publishes
 * its own change. What can't be done is a {@link org.restante.refusal.MailRefusal}, and then
 * nothing has changed; while the engine is replaced calls wait, and end as {@link
 * org.restante.refusal.StoreUnavailable}.
 */
@ProviderType
public interface MailStore {

  /** All mailboxes of an account, by name. */
  List<Mailbox> mailboxes(AccountId account);

  /** The mailbox of a name. */
  Optional<Mailbox> mailbox(AccountId account, MailboxName name);

  /** Creates a mailbox; names above it need not exist and are not created. */
  Mailbox create(AccountId account, MailboxName name, Optional<SpecialUse> specialUse);

  /**
   * Deletes a mailbox with its messages; mailboxes below it stay. INBOX can't be deleted. It is
   * retained for a time ({@link org.restante.retention.Retention}).
   */
  void delete(AccountId account, MailboxName name);

  /**
   * Renames a mailbox and all below it in one commit; ids and UIDVALIDITY stay. A name that is only
   * above others can be renamed too. INBOX: its messages move into a new mailbox of the new name,
   * and INBOX stays, empty (RFC 3501 §6.3.5).
   */
  void rename(AccountId account, MailboxName from, MailboxName to);

  /** Subscribed names, whether or not a mailbox is there. */
  Set<MailboxName> subscriptions(AccountId account);

  /** Subscribes a name, or takes it back. */
  void subscribe(AccountId account, MailboxName name, boolean subscribed);

  /** The latest view of a mailbox: shared, and free once somebody has it. */
  MailboxView view(MailboxRef mailbox);

  /** A consistent reading of a mailbox. */
  MailboxSnapshot snapshot(MailboxRef mailbox);

  /**
   * Makes the messages that nobody has claimed yet recent for the caller (RFC 3501 §2.3.2). Where
   * the disk takes no writes they stay unclaimed: the next one is told of them, too.
   *
   * @return the lowest UID that is recent for the caller; all above it are
   */
  long claimRecent(MailboxRef mailbox);

  /**
   * A place for the content of a new message.
   *
   * @param expected octets that will probably come, or 0 where that is not known; it costs nothing
   *     to be wrong, and is quicker to be right
   */
  MessageDraft draft(long expected);

  /** A place for the content of a new message of any size. */
  default MessageDraft draft() {
    return draft(0);
  }

  /** Appends messages, all or none. */
  AppendOutcome append(MailboxRef mailbox, List<NewMessage> messages);

  /**
   * Changes flags of those messages of the set that are there: in one commit where the engine has
   * room for it, else in several, each with a MODSEQ of its own.
   *
   * @throws org.restante.refusal.LimitReached if a message, or the mailbox, would have too many
   *     keywords; commits before that one stand
   */
  FlagOutcome updateFlags(MailboxRef mailbox, UidSet uids, FlagUpdate update);

  /**
   * Copies those messages of the set that are there, all or none, flags and dates kept.
   *
   * @throws org.restante.refusal.LimitReached if the engine has no room for them in one commit, or
   *     the mailbox none for their keywords
   */
  CopyOutcome copy(MailboxRef from, UidSet uids, MailboxRef to);

  /**
   * Moves those messages of the set that are there, all or none (RFC 6851).
   *
   * @throws org.restante.refusal.LimitReached if the engine has no room for them in one commit, or
   *     the mailbox none for their keywords
   */
  CopyOutcome move(MailboxRef from, UidSet uids, MailboxRef to);

  /**
   * Appends a message and removes another one of the account, in one commit (RFC 8508). The quota
   * counts the difference. What was removed is retained for a time.
   *
   * @return empty where the message to replace is not there; then nothing has changed
   */
  Optional<AppendOutcome> replace(MailboxRef from, long uid, MailboxRef to, NewMessage message);

  /**
   * Removes messages: in one commit where the engine has room for it, else in several. They are
   * retained for a time ({@link org.restante.retention.Retention}).
   *
   * @return those removed
   */
  UidSet expunge(MailboxRef mailbox, UidSet uids, ExpungeScope scope);

  /** What an account uses. */
  QuotaUsage usage(AccountId account);

  /**
   * Gives word of every commit in an account until the watch is closed. A listener that is slow, or
   * fails, holds nobody up.
   */
  Watch watch(AccountId account, ChangeListener listener);

  /** Delivers to each recipient for itself; outcomes in the order of the recipients. */
  List<DeliveryOutcome> deliver(Delivery delivery);
}
