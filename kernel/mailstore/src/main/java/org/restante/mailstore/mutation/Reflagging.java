package org.restante.mailstore.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.HotRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.view.ViewChange;
import org.restante.message.FlagOutcome;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/**
 * A change of flags. Messages with equal flags share the value of their rows, so that a change of
 * many encodes few.
 *
 * @rfc 7162 3.1.3
 */
public final class Reflagging {
  private final Commit commit;
  private final long mailbox;
  private final FlagUpdate update;
  private final Map<Flags, Target> targets = new HashMap<>();
  private final UidSet.Builder updated = new UidSet.Builder();
  private final UidSet.Builder conflicting = new UidSet.Builder();
  private final List<Flags> newFlags = new ArrayList<>();
  private Counters counters;
  private long goOn;

  private Reflagging(Commit commit, long mailbox, FlagUpdate update) {
    this.commit = commit;
    this.mailbox = mailbox;
    this.update = update;
    this.counters = commit.mailbox(mailbox).counters();
  }

  /**
   * Changes the flags of those messages that are there, in slices where the engine has no room for
   * all of them in one commit; a failure leaves the slices before it done.
   *
   * @param write makes a commit of one slice
   */
  public static FlagOutcome all(
      long mailbox,
      UidSet uids,
      FlagUpdate update,
      Function<Function<Commit, Slice>, Slice> write) {
    Slice slice = write.apply(commit -> slice(commit, mailbox, uids, update));
    FlagOutcome outcome = slice.outcome;
    while (slice.goOn > 0) {
      UidSet rest = uids.intersect(UidSet.range(slice.goOn, UidSet.MAX_UID));
      slice = write.apply(commit -> slice(commit, mailbox, rest, update));
      outcome =
          new FlagOutcome(
              outcome.updated().union(slice.outcome.updated()),
              outcome.conflicting().union(slice.outcome.conflicting()),
              slice.outcome.modSeq());
    }
    return outcome;
  }

  private static Slice slice(Commit commit, long mailbox, UidSet uids, FlagUpdate update) {
    Reflagging reflagging = new Reflagging(commit, mailbox, update);
    FlagRows.visit(commit, mailbox, uids, reflagging::message);
    return new Slice(reflagging.finish(), reflagging.goOn);
  }

  private boolean message(long uid, Flags before, long modSeq) {
    if (!commit.hasRoom(1)) {
      goOn = uid;
      return false;
    }
    if (update.unchangedSince().isPresent() && modSeq > update.unchangedSince().getAsLong()) {
      conflicting.add(uid);
      return true;
    }
    Target target = targets.computeIfAbsent(before, this::target);
    if (target.different) {
      commit.batch().put(Schema.hotKey(mailbox, uid), target.row);
      counters = counters.plus(target.difference);
      updated.add(uid);
      newFlags.add(target.flags);
    }
    return true;
  }

  private FlagOutcome finish() {
    MailboxRow row = commit.mailbox(mailbox);
    if (newFlags.isEmpty()) {
      return new FlagOutcome(UidSet.EMPTY, conflicting.build(), row.highestModSeq());
    }
    UidSet uids = updated.build();
    commit.mailbox(row.changed(commit.modSeq(), row.uidNext(), counters));
    commit.messages(mailbox, new ViewChange.Reflagged(uids, newFlags));
    return new FlagOutcome(uids, conflicting.build(), commit.modSeq());
  }

  private Target target(Flags before) {
    Flags after = update.applyTo(before);
    boolean different = !same(before, after);
    if (different) {
      Arrivals.check(commit, after);
      commit.keywords(mailbox, after);
    }
    Counters difference = Counters.of(after, 0).minus(Counters.of(before, 0));
    byte[] row = Codec.write(new HotRow(after, commit.modSeq()));
    return new Target(different, after, difference, row);
  }

  /** Keywords are compared without regard to case, and both lists are sorted like that. */
  private static boolean same(Flags before, Flags after) {
    List<String> old = before.keywords();
    if (before.system() != after.system() || old.size() != after.keywords().size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equalsIgnoreCase(after.keywords().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What one commit did, and the UID at which the next one goes on; 0: there is none. */
  public record Slice(FlagOutcome outcome, long goOn) {}

  @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
  private record Target(boolean different, Flags flags, Counters difference, byte[] row) {}
}
