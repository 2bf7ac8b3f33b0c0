package org.restante.mailstore.mutation;

import java.util.List;
import java.util.Optional;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.SpecialUse;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.account.MailboxState;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.message.UidSet;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NotPermitted;

/** Makes mailboxes and messages with the numbers that they had elsewhere. */
public final class Importing {
  private Importing() {}

  /** Makes a mailbox, or takes the one of that name where it never had a message. */
  public static MailboxRow mailbox(
      Commit commit,
      MailboxName name,
      Optional<SpecialUse> specialUse,
      long uidValidity,
      long uidNext) {
    MailboxState known = commit.state().mailboxes().find(name);
    MailboxRow row = known == null ? Mailboxes.create(commit, name, specialUse) : known.row();
    if (row.uidNext() > 1) {
      throw new MailboxExists(name.toString());
    }
    MailboxRow imported =
        new MailboxRow(
            row.id(),
            name,
            specialUse.or(row::specialUse),
            uidValidity,
            uidNext,
            commit.modSeq(),
            Counters.ZERO,
            1,
            row.horizon(),
            row.expungedRows());
    commit.account(commit.account().withUidValidity(uidValidity));
    commit.mailbox(imported);
    if (known != null) {
      commit.tell(imported.id());
    }
    return imported;
  }

  /** Raises UIDNEXT; it never falls. */
  public static MailboxRow raise(Commit commit, long mailbox, long uidNext) {
    MailboxRow row = commit.mailbox(mailbox);
    if (uidNext > row.uidNext()) {
      commit.mailbox(row.changed(commit.modSeq(), uidNext, row.counters()));
      commit.tell(mailbox);
    }
    return row;
  }

  /** Appends messages under UIDs of their own, ascending and above all that the mailbox has had. */
  public static void append(Commit commit, long mailbox, List<Long> uids, List<Arrival> arrivals) {
    long next = commit.mailbox(mailbox).uidNext();
    if (!uids.isEmpty() && uids.getFirst() < next) {
      throw new NotPermitted("UID " + uids.getFirst() + " is below UIDNEXT " + next);
    }
    arrivals.forEach(arrival -> Arrivals.check(commit, arrival.flags()));
    long octets = arrivals.stream().mapToLong(arrival -> arrival.content().size()).sum();
    commit.use(octets, arrivals.size());
    Arrivals.place(commit, mailbox, UidSet.of(uids), arrivals);
  }
}
