package org.restante.bench.crash;

import java.util.List;
import org.restante.message.FlagUpdate;
import org.restante.message.UidSet;

/** What a client does. Boxes are numbered 0 and 1. */
sealed interface Operation {

  /** Appends letters to a box, in one call. */
  record Append(int box, List<Letter> letters) implements Operation {}

  /** Changes flags in a box. */
  record Flag(int box, UidSet uids, FlagUpdate update) implements Operation {}

  /** Copies from a box to the other. */
  record Copy(int from, UidSet uids) implements Operation {}

  /** Moves from a box to the other. */
  record Move(int from, UidSet uids) implements Operation {}

  /** Removes letters of a box. */
  record Expunge(int box, UidSet uids) implements Operation {}

  /**
   * Delivers to the INBOX of accounts.
   *
   * @param id names the delivery
   */
  record Deliver(String id, Letter letter, List<Integer> accounts) implements Operation {}
}
