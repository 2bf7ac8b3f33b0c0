package org.restante.testkit.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.account.QuotaUsage;
import org.restante.mail.MailStore;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxRef;
import org.restante.message.SystemFlag;
import org.restante.refusal.MailRefusal;
import org.restante.testkit.mail.MailWorld;

/** What steps of all kinds share. */
abstract class Steps {
  final Dice dice;
  private final MailWorld world;

  Steps(Dice dice, MailWorld world) {
    this.dice = dice;
    this.world = world;
  }

  final MailWorld world() {
    return world;
  }

  final MailStore store() {
    return world.store();
  }

  /** Does something to the store, and expects this refusal, or none. */
  final <T> @Nullable T expect(
      @Nullable Class<? extends MailRefusal> refusal, Supplier<T> operation) {
    try {
      T result = operation.get();
      Different.unless(refusal == null, "the store did what is " + refusal + " in the model");
      return result;
    } catch (MailRefusal e) {
      if (refusal == null || !refusal.isInstance(e)) {
        throw new Different("the store refuses; the model expects " + refusal, e);
      }
      return null;
    }
  }

  /** The MODSEQ of what was just done to a mailbox; it has to be above the one before. */
  final long risen(Box box) {
    long now = mailbox(box.ref).highestModSeq();
    Different.unless(
        now > box.modSeq, "MODSEQ of " + box.ref + " did not rise above " + box.modSeq);
    return now;
  }

  final Mailbox mailbox(MailboxRef ref) {
    return store().mailboxes(ref.account()).stream()
        .filter(mailbox -> mailbox.ref().equals(ref))
        .findFirst()
        .orElseThrow(() -> new Different(ref + " is not there", null));
  }

  /** Compares the counters of a mailbox, and the usage of its account. */
  final void compare(Mail mail, Box box) {
    Mailbox mailbox = mailbox(box.ref);
    Different.unlessSame("name", box.name, mailbox.name());
    Different.unlessSame("UIDVALIDITY", box.uidValidity, mailbox.uidValidity());
    Different.unlessSame("UIDNEXT of " + box.name, box.uidNext, mailbox.uidNext());
    Different.unlessSame("MODSEQ of " + box.name, box.modSeq, mailbox.highestModSeq());
    Different.unlessSame("messages of " + box.name, (long) box.letters.size(), mailbox.exists());
    Different.unlessSame("octets of " + box.name, box.octets(), mailbox.octets());
    long unseen = box.letters.size() - box.with(SystemFlag.SEEN);
    Different.unlessSame("unseen of " + box.name, unseen, mailbox.unseen());
    Different.unlessSame("deleted of " + box.name, box.with(SystemFlag.DELETED), mailbox.deleted());
    usage(mail);
  }

  final void usage(Mail mail) {
    QuotaUsage usage = store().usage(mail.account);
    Different.unlessSame("octets used", mail.octets, usage.octets());
    Different.unlessSame("messages used", mail.messages, usage.messages());
    Different.unlessSame("limits", mail.limits, usage.limits());
  }
}
