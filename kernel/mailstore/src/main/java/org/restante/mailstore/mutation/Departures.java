package org.restante.mailstore.mutation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.ExpungedRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.schema.UidSets;
import org.restante.mailstore.view.ViewChange;
import org.restante.message.UidSet;

/**
 * Takes messages out of a mailbox and remembers that they left: expunge, and the half of a move.
 */
final class Departures {
  private static final int TRIMMED_AT_ONCE = 16;

  private Departures() {}

  /** Removes hot and cold rows; what hangs on the message ids is the caller's. */
  static void remove(Commit commit, long mailbox, UidSet uids, Counters left) {
    uids.stream()
        .forEach(
            uid ->
                commit
                    .batch()
                    .delete(Schema.hotKey(mailbox, uid))
                    .delete(Schema.coldKey(mailbox, uid)));
    MailboxRow row = commit.mailbox(mailbox);
    MailboxRow changed = row.changed(commit.modSeq(), row.uidNext(), row.counters().minus(left));
    commit.mailbox(remember(commit, changed, uids));
    commit.messages(mailbox, new ViewChange.Left(uids));
  }

  private static MailboxRow remember(Commit commit, MailboxRow row, UidSet uids) {
    MailboxRow trimmed = trim(commit, row);
    long now = Instant.now().getEpochSecond();
    int part = 0;
    for (UidSet piece : UidSets.pieces(uids)) {
      commit
          .batch()
          .put(
              Schema.expungedKey(row.id(), commit.modSeq(), part++),
              Codec.write(new ExpungedRow(now, piece)));
    }
    return trimmed.logged(trimmed.horizon(), trimmed.expungedRows() + part);
  }

  /**
   * Forgets the oldest expunges, those that are too many or too old; a few with each commit. Key by
   * key, from where the log begins: an engine keeps a range that was deleted for a while, and those
   * that begin where others did cost every later reading more and more.
   */
  private static MailboxRow trim(Commit commit, MailboxRow row) {
    long excess = row.expungedRows() + 1 - commit.settings().expungedRows();
    long oldest = Instant.now().minus(commit.settings().expungedAge()).getEpochSecond();
    Forgotten forgotten = new Forgotten(row.id(), row.horizon());
    commit
        .state()
        .partition()
        .scan(
            Schema.expungedAbove(row.id(), row.horizon()),
            Order.ASCENDING,
            Integer.MAX_VALUE,
            (key, value) -> {
              boolean old = Codec.readExpunged(value).epochSecond() < oldest;
              return forgotten.add(key, forgotten.count() < excess || old);
            });
    forgotten.keys.forEach(commit.batch()::delete);
    return row.logged(forgotten.horizon, row.expungedRows() - forgotten.count());
  }

  /** Rows of the log that go: all of a commit, or none. */
  private static final class Forgotten {
    final long mailbox;
    final List<byte[]> keys = new ArrayList<>();
    long horizon;

    Forgotten(long mailbox, long horizon) {
      this.mailbox = mailbox;
      this.horizon = horizon;
    }

    int count() {
      return keys.size();
    }

    /** Whether the row goes: it does where it may, and with others of its commit. */
    boolean add(ByteBuffer key, boolean may) {
      long modSeq = Schema.second(key);
      boolean goes = (may && count() < TRIMMED_AT_ONCE) || (count() > 0 && modSeq == horizon);
      if (goes) {
        keys.add(Schema.expungedKey(mailbox, modSeq, Schema.part(key)));
        horizon = modSeq;
      }
      return goes;
    }
  }
}
