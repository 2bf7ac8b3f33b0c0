package org.restante.testkit.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.restante.mailbox.MailboxName;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Draws what an operation is about. */
final class Dice {
  private static final List<MailboxName> NAMES =
      List.of("INBOX", "a", "a/b", "a/b/c", "b", "c/d", "c/d/e", "INBOX/x", "sent", "work").stream()
          .map(text -> MailboxName.parse(text, '/'))
          .toList();
  private static final List<String> KEYWORDS = List.of("$Work", "$Home", "$Forwarded", "later");

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  <T> T of(Collection<T> choices) {
    int at = random.nextInt(choices.size());
    return choices instanceof List<T> list
        ? list.get(at)
        : choices.stream().skip(at).findFirst().orElseThrow();
  }

  /** A name, whether or not there is such a mailbox. */
  MailboxName name() {
    return of(NAMES);
  }

  Flags flags() {
    int system = random.nextInt(1 << SystemFlag.values().length);
    List<String> keywords = new ArrayList<>();
    if (oneIn(4)) {
      keywords.add(of(KEYWORDS));
      keywords.add(of(KEYWORDS));
    }
    return new Flags(oneIn(3) ? system : system & SystemFlag.SEEN.bit(), keywords);
  }

  /** Some UIDs of a mailbox: often few, sometimes all, sometimes some that are not there. */
  UidSet uids(Box box) {
    int next = (int) Math.min(box.uidNext + 2, Integer.MAX_VALUE);
    IntUnaryOperator near = back -> Math.max(1, next - 1 - random.nextInt(back));
    return switch (random.nextInt(12)) {
      case 0 -> UidSet.ALL;
      case 1 -> UidSet.EMPTY;
      case 2, 3 -> UidSet.range(near.applyAsInt(60), near.applyAsInt(60));
      case 4 -> few(near, 8);
      default -> box.letters.isEmpty() ? few(near, 1) : UidSet.of(of(box.letters.keySet()));
    };
  }

  private static UidSet few(IntUnaryOperator near, int count) {
    List<Long> uids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      uids.add((long) near.applyAsInt(80));
    }
    return UidSet.of(uids);
  }
}
