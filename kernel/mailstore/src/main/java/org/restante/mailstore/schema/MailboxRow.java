package org.restante.mailstore.schema;

import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.SpecialUse;

/**
 * A mailbox.
 *
 * @param id its id, from its key
 * @param name its name
 * @param specialUse what it is for
 * @param uidValidity set at creation
 * @param uidNext above every UID given
 * @param highestModSeq MODSEQ of the latest change of its messages
 * @param counters what is in it
 * @param recentFrom the lowest UID that nobody has claimed as recent
 * @param horizon expunges up to this MODSEQ are forgotten
 * @param expungedRows rows of its expunged log
 */
public record MailboxRow(
    long id,
    MailboxName name,
    Optional<SpecialUse> specialUse,
    long uidValidity,
    long uidNext,
    long highestModSeq,
    Counters counters,
    long recentFrom,
    long horizon,
    long expungedRows) {

  /** A mailbox that was just made. */
  public static MailboxRow created(
      long id, MailboxName name, Optional<SpecialUse> specialUse, long uidValidity, long modSeq) {
    return new MailboxRow(id, name, specialUse, uidValidity, 1, modSeq, Counters.ZERO, 1, 0, 0);
  }

  /** With another name. */
  public MailboxRow named(MailboxName newName) {
    return new MailboxRow(
        id,
        newName,
        specialUse,
        uidValidity,
        uidNext,
        highestModSeq,
        counters,
        recentFrom,
        horizon,
        expungedRows);
  }

  /** After a change of its messages. */
  public MailboxRow changed(long modSeq, long newUidNext, Counters newCounters) {
    return new MailboxRow(
        id,
        name,
        specialUse,
        uidValidity,
        newUidNext,
        modSeq,
        newCounters,
        recentFrom,
        horizon,
        expungedRows);
  }

  /** After its recent messages were claimed. */
  public MailboxRow claimed() {
    return new MailboxRow(
        id,
        name,
        specialUse,
        uidValidity,
        uidNext,
        highestModSeq,
        counters,
        uidNext,
        horizon,
        expungedRows);
  }

  /** After its expunged log grew or was trimmed. */
  public MailboxRow logged(long newHorizon, long newExpungedRows) {
    return new MailboxRow(
        id,
        name,
        specialUse,
        uidValidity,
        uidNext,
        highestModSeq,
        counters,
        recentFrom,
        newHorizon,
        newExpungedRows);
  }

  /** As the mail seam shows it. */
  public Mailbox mailbox(AccountId account) {
    return new Mailbox(
        new MailboxRef(account, id),
        name,
        uidValidity,
        uidNext,
        highestModSeq,
        counters.exists(),
        counters.unseen(),
        counters.deleted(),
        recentFrom,
        counters.octets(),
        specialUse);
  }
}
