package org.restante.mailstore.mutation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.row.MessageRows;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Removes messages for good, in slices that are commits of their own where there are many. */
public final class Expunging {
  private static final int MOST = 10_000;
  private static final int OPERATIONS = 4;
  private static final int SPARE = 32;
  private static final int OCTETS = 500;

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
    long room = commit.capabilities().batchOctets() / 2;
    Map<Long, Flags> chosen = new LinkedHashMap<>();
    long[] octets = {0};
    FlagRows.visit(
        commit,
        mailbox,
        uids,
        (uid, flags, modSeq) -> {
          if (scope == ExpungeScope.ALL || flags.has(SystemFlag.DELETED)) {
            chosen.put(uid, flags);
            octets[0] += octets(flags);
          }
          return chosen.size() < most && octets[0] < room;
        });
    UidSet removed = UidSet.of(chosen.keySet());
    if (!removed.isEmpty()) {
      Counters left = remove(commit, mailbox, removed, chosen);
      commit.use(-left.octets(), -left.exists());
    }
    return new Slice(removed, chosen.size() == most || octets[0] >= room);
  }

  /**
   * Takes one message out of a mailbox, whatever its flags; the quota is the caller's to count.
   *
   * @return what left; {@link Counters#ZERO} where the message is not there
   */
  static Counters one(Commit commit, long mailbox, long uid) {
    Map<Long, Flags> chosen = new LinkedHashMap<>();
    UidSet wanted = UidSet.range(uid, uid);
    FlagRows.visit(
        commit, mailbox, wanted, (found, flags, modSeq) -> chosen.put(found, flags) == null);
    return chosen.isEmpty() ? Counters.ZERO : remove(commit, mailbox, wanted, chosen);
  }

  private static Counters remove(Commit commit, long mailbox, UidSet uids, Map<Long, Flags> flags) {
    long[] octets = {0};
    Retaining retaining = new Retaining(commit, mailbox);
    MessageRows.cold(
        commit.state().partition(),
        mailbox,
        uids,
        (uid, value) -> {
          StoredMessage message = Codec.readCold(uid, value);
          octets[0] += message.size();
          retaining.expunged(message, flags.getOrDefault(uid, Flags.NONE));
          return true;
        });
    Counters left = new Counters(0, 0, 0, octets[0]);
    for (Flags its : flags.values()) {
      left = left.plus(Counters.of(its, 0));
    }
    Departures.remove(commit, mailbox, uids, left);
    return left;
  }

  /** What a message takes in a commit at most, about. */
  private static long octets(Flags flags) {
    return OCTETS + flags.keywords().stream().mapToLong(text -> 3L * text.length() + 2).sum();
  }

  /** What one commit removed, and whether there may be more. */
  public record Slice(UidSet removed, boolean full) {
    long last() {
      return removed.last(removed.ranges() - 1);
    }
  }
}
