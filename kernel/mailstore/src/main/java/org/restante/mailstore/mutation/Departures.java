package org.restante.mailstore.mutation;

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
  private static final int TRIMMED_AT_ONCE = 256;

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

  /** Forgets the oldest expunges, those that are too many or too old; a few with each commit. */
  private static MailboxRow trim(Commit commit, MailboxRow row) {
    long excess = row.expungedRows() + 1 - commit.settings().expungedRows();
    long oldest = Instant.now().minus(commit.settings().expungedAge()).getEpochSecond();
    List<Long> forgotten = new ArrayList<>();
    commit
        .state()
        .partition()
        .scan(
            Schema.expunged(row.id()),
            Order.ASCENDING,
            TRIMMED_AT_ONCE,
            (key, value) -> {
              boolean old = Codec.readExpunged(value).epochSecond() < oldest;
              if (forgotten.size() < excess || old) {
                forgotten.add(Schema.second(key));
                return true;
              }
              return false;
            });
    if (forgotten.isEmpty()) {
      return row;
    }
    long horizon = forgotten.getLast();
    commit.batch().deleteRange(Schema.expungedUpTo(row.id(), horizon));
    int rows =
        commit
            .state()
            .partition()
            .scan(
                Schema.expungedUpTo(row.id(), horizon),
                Order.ASCENDING,
                Integer.MAX_VALUE,
                (key, value) -> true);
    return row.logged(horizon, row.expungedRows() - rows);
  }
}
