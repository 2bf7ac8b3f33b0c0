package org.restante.mailstore.mutation;

import java.util.function.Function;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.MessageRows;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Removes messages for good, in slices that are commits of their own where there are many. */
public final class Expunging {
  private static final int MOST = 10_000;
  private static final int OPERATIONS = 4;
  private static final int SPARE = 32;

  private Expunging() {}

  /**
   * Expunges slice by slice; a failure leaves the slices before it done, and the rest to be asked
   * for again.
   *
   * @param write makes a commit of one slice
   */
  public static UidSet all(
      long mailbox,
      UidSet uids,
      ExpungeScope scope,
      Function<Function<Commit, Slice>, Slice> write) {
    UidSet removed = UidSet.EMPTY;
    UidSet rest = uids;
    while (!rest.isEmpty()) {
      UidSet wanted = rest;
      Slice slice = write.apply(commit -> slice(commit, mailbox, wanted, scope));
      removed = removed.union(slice.removed);
      rest =
          slice.full
              ? rest.intersect(UidSet.range(slice.last() + 1, UidSet.MAX_UID))
              : UidSet.EMPTY;
    }
    return removed;
  }

  private static Slice slice(Commit commit, long mailbox, UidSet uids, ExpungeScope scope) {
    int most = Math.min(MOST, (commit.capabilities().batchOperations() - SPARE) / OPERATIONS);
    UidSet.Builder chosen = new UidSet.Builder();
    int[] count = {0};
    Counters[] left = {Counters.ZERO};
    FlagRows.visit(
        commit,
        mailbox,
        uids,
        (uid, flags, modSeq) -> {
          if (scope == ExpungeScope.ALL || flags.has(SystemFlag.DELETED)) {
            chosen.add(uid);
            count[0]++;
            left[0] = left[0].plus(Counters.of(flags, 0));
          }
          return count[0] < most;
        });
    UidSet removed = chosen.build();
    if (!removed.isEmpty()) {
      remove(commit, mailbox, removed, left[0]);
    }
    return new Slice(removed, count[0] == most);
  }

  private static void remove(Commit commit, long mailbox, UidSet uids, Counters flagCounters) {
    long[] octets = {0};
    MessageRows.cold(
        commit.state().partition(),
        mailbox,
        uids,
        (uid, value) -> {
          StoredMessage message = Codec.readCold(uid, value);
          octets[0] += message.size();
          commit.batch().delete(Schema.structureKey(message.messageId()));
          commit.batch().unlink(message.blob(), message.messageId());
          return true;
        });
    commit.use(-octets[0], -flagCounters.exists());
    Departures.remove(commit, mailbox, uids, flagCounters.plus(new Counters(0, 0, 0, octets[0])));
  }

  /** What one commit removed, and whether there may be more. */
  public record Slice(UidSet removed, boolean full) {
    long last() {
      return removed.last(removed.ranges() - 1);
    }
  }
}
