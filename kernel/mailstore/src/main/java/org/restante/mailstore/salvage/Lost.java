package org.restante.mailstore.salvage;

import java.util.HashMap;
import java.util.Map;
import org.restante.inspection.DamagedLetter.Loss;

/** What an account has lost, by mailbox and UID; the worse loss of a message counts. */
final class Lost {
  private final Map<Letter, Loss> letters = new HashMap<>();

  /** A message. */
  record Letter(long mailbox, long uid) {}

  void add(long mailbox, long uid, Loss loss) {
    letters.merge(new Letter(mailbox, uid), loss, (one, other) -> one == Loss.FLAGS ? other : one);
  }

  boolean has(long mailbox, long uid) {
    return letters.containsKey(new Letter(mailbox, uid));
  }

  Map<Letter, Loss> all() {
    return Map.copyOf(letters);
  }

  int count() {
    return letters.size();
  }
}
