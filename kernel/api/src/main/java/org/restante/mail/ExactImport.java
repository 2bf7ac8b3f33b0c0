package org.restante.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.account.AccountId;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.SpecialUse;
import org.restante.message.NewMessage;

/**
 * Puts mailboxes and messages here as they were elsewhere, so that no client downloads them again:
 * UIDVALIDITY, UIDs, flags and dates. Thread-safe; calls block.
 */
@ProviderType
public interface ExactImport {

  /**
   * Makes a mailbox, or takes the one of that name where it never had a message: then it becomes
   * what is said here.
   *
   * @param uidValidity its UIDVALIDITY
   * @param uidNext its UIDNEXT: below it nothing can be appended any more
   * @throws IllegalArgumentException if one of them is not between 1 and 2³²-1
   * @throws org.restante.refusal.MailboxExists if a mailbox of that name has, or had, messages
   */
  Mailbox mailbox(
      AccountId account,
      MailboxName name,
      Optional<SpecialUse> specialUse,
      long uidValidity,
      long uidNext);

  /**
   * Appends messages under their own UIDs, all or none.
   *
   * @param uids one for each message, ascending
   * @throws IllegalArgumentException if they are not
   * @throws org.restante.refusal.NotPermitted if the first is not above every message that is, or
   *     was, in the mailbox
   */
  void append(MailboxRef mailbox, List<Long> uids, List<NewMessage> messages);

  /**
   * The same with the times when the messages came into their mailbox (RFC 8514).
   *
   * @param saveDates one for each message
   */
  void append(
      MailboxRef mailbox, List<Long> uids, List<Instant> saveDates, List<NewMessage> messages);

  /**
   * Raises UIDNEXT, when all messages are there: UIDs below it were given elsewhere. It never
   * falls.
   */
  void raiseUidNext(MailboxRef mailbox, long uidNext);
}
