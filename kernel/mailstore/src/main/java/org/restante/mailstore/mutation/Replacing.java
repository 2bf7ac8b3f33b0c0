package org.restante.mailstore.mutation;

import java.util.List;
import java.util.Optional;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.schema.Counters;
import org.restante.message.AppendOutcome;
import org.restante.message.UidSet;

/**
 * Puts a message in the place of another one, which may be in another mailbox.
 *
 * @rfc 8508 3.4
 */
public final class Replacing {
  private Replacing() {}

  /**
   * Appends one message and expunges the other. The quota is asked for the difference only, so that
   * a full account can still shorten a draft.
   *
   * @return empty where the message to replace is not there; then nothing has changed
   */
  public static Optional<AppendOutcome> replace(
      Commit commit, long from, long uid, long to, Arrival arrival) {
    Arrivals.check(commit, arrival.flags());
    long uidValidity = commit.mailbox(to).uidValidity();
    Counters left = Expunging.one(commit, from, uid);
    if (left.equals(Counters.ZERO)) {
      return Optional.empty();
    }
    commit.use(arrival.content().size() - left.octets(), 1 - left.exists());
    UidSet uids = Arrivals.place(commit, to, List.of(arrival));
    return Optional.of(new AppendOutcome(uidValidity, uids));
  }
}
