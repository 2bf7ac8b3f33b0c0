package org.restante.mailstore.mutation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.PrimitiveIterator;
import org.restante.keyvalue.Batch;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.HotRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.view.ViewChange;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.refusal.LimitReached;

/** Puts messages into a mailbox: append, delivery, copy and the second half of move. */
public final class Arrivals {
  private Arrivals() {}

  /**
   * Gives the messages the next UIDs of the mailbox, in their order.
   *
   * @return the UIDs
   */
  public static UidSet place(Commit commit, long mailbox, List<Arrival> arrivals) {
    MailboxRow row = commit.mailbox(mailbox);
    if (arrivals.isEmpty()) {
      return UidSet.EMPTY;
    }
    long first = row.uidNext();
    long last = first + arrivals.size() - 1;
    if (last >= UidSet.MAX_UID) {
      throw new LimitReached("the mailbox has no UIDs left");
    }
    UidSet uids = UidSet.range(first, last);
    place(commit, mailbox, uids, arrivals);
    return uids;
  }

  /** The same with these UIDs, which are above all that the mailbox has had. */
  static void place(Commit commit, long mailbox, UidSet uids, List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return;
    }
    MailboxRow row = commit.mailbox(mailbox);
    long last = uids.last(uids.ranges() - 1);
    Counters added = putRows(commit, mailbox, uids, arrivals);
    commit.mailbox(row.changed(commit.modSeq(), last + 1, row.counters().plus(added)));
    commit.messages(
        mailbox, new ViewChange.Arrived(uids, arrivals.stream().map(Arrival::flags).toList()));
  }

  /** Refuses flags beyond the limits. */
  public static void check(Commit commit, Flags flags) {
    if (flags.keywords().size() > commit.settings().keywords()) {
      throw new LimitReached("a message has at most " + commit.settings().keywords() + " keywords");
    }
    if (flags.keywords().stream().anyMatch(keyword -> keyword.length() > 100)) {
      throw new LimitReached("a keyword has at most 100 characters");
    }
  }

  private static Counters putRows(
      Commit commit, long mailbox, UidSet uids, List<Arrival> arrivals) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Counters added = Counters.ZERO;
    PrimitiveIterator.OfLong uid = uids.iterator();
    long nextMessageId = commit.account().nextMessageId();
    long firstMessageId = nextMessageId;
    for (Arrival arrival : arrivals) {
      commit.keywords(mailbox, arrival.flags());
      boolean moves = arrival.messageId().isPresent();
      long messageId = moves ? arrival.messageId().getAsLong() : nextMessageId++;
      putRow(commit, mailbox, stored(arrival, uid.nextLong(), messageId, now), arrival);
      added = added.plus(Counters.of(arrival.flags(), arrival.content().size()));
    }
    commit.account(commit.account().withMessageIds(nextMessageId - firstMessageId));
    return added;
  }

  private static void putRow(Commit commit, long mailbox, StoredMessage row, Arrival arrival) {
    Batch batch = commit.batch();
    HotRow hot = new HotRow(arrival.flags(), commit.modSeq());
    batch.put(Schema.hotKey(mailbox, row.uid()), Codec.write(hot));
    batch.put(Schema.coldKey(mailbox, row.uid()), Codec.write(row));
    if (arrival.messageId().isEmpty()) {
      byte[] structure = arrival.content().structure();
      if (structure != null) {
        batch.put(Schema.structureKey(row.messageId()), structure);
      }
    }
    batch.link(row.blob(), row.messageId(), Codec.writeAbout(mailbox, row));
  }

  private static StoredMessage stored(Arrival arrival, long uid, long messageId, Instant now) {
    return new StoredMessage(
        uid,
        messageId,
        arrival.content().blob(),
        arrival.content().size(),
        arrival.internalDate(),
        arrival.saveDate().orElse(now));
  }
}
