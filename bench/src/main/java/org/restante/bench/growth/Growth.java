package org.restante.bench.growth;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxChanges;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.rocksdb.table.RawRows;

/**
 * What a large mailbox costs: its first view beside an iteration of the same rows, and SELECT,
 * STATUS and catch-ups beside those of a small one: with 100 messages that one commit changed, and
 * with 100 that so many commits changed that it is not read from the log. Prints a figure a line.
 */
public final class Growth {
  private static final int HOT_ROW = 3;
  private static final int CHANGES = 100;
  private static final int MANY_COMMITS = 1_100;
  private static final int WARM_UP =
      12; // until the compilers have done their work, which is ours alone to wait for

  private final Path directory;
  private final int viewed;
  private final int large;
  private final int small;

  private Growth(Path directory, int viewed, int large, int small) {
    this.directory = directory;
    this.viewed = viewed;
    this.large = large;
    this.small = small;
  }

  /**
   * Arguments: an empty directory; messages of the first view, of the large mailbox, of the small.
   */
  public static void main(String[] arguments) throws Exception {
    Growth growth =
        new Growth(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    growth.fill();
    growth.firstView();
    growth.later();
  }

  /** With rows behind both mailboxes: a search at the very end of all rows is cheaper. */
  private void fill() {
    try (GrownStore store = new GrownStore(directory)) {
      store.fill(store.inbox("viewed").ref(), viewed);
      store.fill(store.inbox("large").ref(), large);
      store.fill(store.inbox("small").ref(), small);
      store.fill(store.inbox("behind").ref(), small);
    }
    say("filled", viewed + large + 2 * small);
  }

  /** Each round opens the store anew, so that neither side finds anything in a cache of its own. */
  private void firstView() throws Exception {
    List<Double> ratios = new ArrayList<>();
    List<Double> views = new ArrayList<>();
    for (int round = -WARM_UP; round < 9; round++) {
      MailboxRef[] ref = new MailboxRef[1];
      long[] nanos = new long[1];
      try (GrownStore store = new GrownStore(directory)) {
        ref[0] = store.inbox("viewed").ref();
        long start = System.nanoTime();
        MailboxView view = store.mail().view(ref[0]);
        nanos[0] = System.nanoTime() - start;
        require(view.exists() == viewed, "the view has " + view.exists());
      }
      long raw = RawRows.iterate(directory, hot(ref[0], 0), hot(ref[0], -1), viewed);
      if (round >= 0) {
        ratios.add((double) nanos[0] / raw);
        views.add(nanos[0] / 1e6);
      }
    }
    say("view-ms", median(views));
    say("view-ratio", median(ratios));
  }

  private static byte[] hot(MailboxRef mailbox, long uid) {
    return ByteBuffer.allocate(25)
        .putLong(mailbox.account().value())
        .put((byte) HOT_ROW)
        .putLong(mailbox.mailbox())
        .putLong(uid)
        .array();
  }

  private void later() {
    try (GrownStore store = new GrownStore(directory)) {
      Mailboxes mailboxes = new Mailboxes(store);
      mailboxes.measure(300, false);
      mailboxes.measure(600, true);
      mailboxes.measureLate(4, 2_000, false);
      mailboxes.measureLate(40, 1, true);
    }
  }

  /**
   * The two mailboxes, measured in turns, each as often first as second. Both are changed before
   * either is measured, so that neither finds more in the processor's caches than the other.
   */
  private final class Mailboxes {
    private final GrownStore store;
    private final Mailbox[] boxes;

    Mailboxes(GrownStore store) {
      this.store = store;
      this.boxes = new Mailbox[] {store.inbox("small"), store.inbox("large")};
    }

    void measure(int rounds, boolean tell) {
      Times[] selects = {new Times(), new Times()};
      Times[] statuses = {new Times(), new Times()};
      Times[] catchUps = {new Times(), new Times()};
      for (int round = 0; round < rounds; round++) {
        long[] modSeqs = {change(boxes[0], round), change(boxes[1], round)};
        for (int turn = 0; turn < 2; turn++) {
          int which = (turn + round) % 2;
          Mailbox box = boxes[which];
          selects[which].take(() -> select(box));
          statuses[which].take(() -> status(box));
          catchUps[which].take(() -> catchUp(box, modSeqs[which]));
        }
      }
      if (tell) {
        tell("select", selects);
        tell("status", statuses);
        tell("catch-up", catchUps);
      }
    }

    /**
     * Where the changes lie in a hundred chunks it is the number of messages that may not count;
     * those of the small mailbox lie in one, which is told beside it.
     */
    void measureLate(int rounds, int catchUps, boolean tell) {
      Mailbox[] late = {store.inbox("viewed"), boxes[1], boxes[0]};
      Times[] times = {new Times(), new Times(), new Times()};
      long[] modSeqs = new long[late.length];
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < late.length; i++) {
          modSeqs[i] = changeOften(late[i], round);
        }
        for (int turn = 0; turn < late.length * catchUps; turn++) {
          int which = (turn + round) % late.length;
          times[which].take(() -> catchUp(late[which], modSeqs[which]));
        }
      }
      if (tell) {
        say("late-catch-up-of-small-us", times[2].median() / 1e3);
        tell("late-catch-up", times);
      }
    }

    private void tell(String what, Times[] times) {
      double little = times[0].median();
      double much = times[1].median();
      say(what + "-us", much / 1e3);
      say(what + "-small-us", little / 1e3);
      say(what + "-ratio", much / little);
    }

    /** Changes flags of messages all over the mailbox; the MODSEQ before. */
    private long change(Mailbox box, int round) {
      MailboxView view = store.mail().view(box.ref());
      UidSet.Builder uids = new UidSet.Builder();
      spread(view, round).forEach(uids::add);
      store.mail().updateFlags(box.ref(), uids.build(), flagged(round));
      return view.mailbox().highestModSeq();
    }

    /** The same in many commits of one message each, an odd number for each message. */
    private long changeOften(Mailbox box, int round) {
      MailboxView view = store.mail().view(box.ref());
      long[] uids = spread(view, round).toArray();
      for (int i = 0; i < MANY_COMMITS; i++) {
        UidSet uid = UidSet.of(uids[i % CHANGES]);
        store.mail().updateFlags(box.ref(), uid, flagged(round + i / CHANGES));
      }
      return view.mailbox().highestModSeq();
    }

    private static LongStream spread(MailboxView view, int round) {
      long step = view.exists() / CHANGES;
      return LongStream.range(0, CHANGES).map(i -> view.uid((int) (i * step + round / 2 % step)));
    }

    private static FlagUpdate flagged(int round) {
      FlagUpdate.Mode mode = round % 2 == 0 ? FlagUpdate.Mode.ADD : FlagUpdate.Mode.REMOVE;
      return new FlagUpdate(mode, Flags.of(SystemFlag.FLAGGED));
    }

    /** What SELECT asks the store. */
    private void select(Mailbox box) {
      require(store.mail().mailbox(box.ref().account(), box.name()).isPresent(), "it is gone");
      store.mail().claimRecent(box.ref());
      MailboxView view = store.mail().view(box.ref());
      require(view.firstUnseen().isEmpty(), "something is unseen");
      require(view.keywords().isEmpty(), "there is a keyword");
      require(view.exists() > 0 && view.mailbox().uidNext() > 0, "it is empty");
    }

    private void status(Mailbox box) {
      Mailbox now = store.mail().mailbox(box.ref().account(), box.name()).orElseThrow();
      require(now.exists() > 0 && now.unseen() == 0, "STATUS is wrong");
    }

    private void catchUp(Mailbox box, long modSeq) {
      try (MailboxSnapshot snapshot = store.mail().snapshot(box.ref())) {
        switch (snapshot.changesSince(modSeq)) {
          case MailboxChanges.Known known ->
              require(known.changed().count() == CHANGES, "changed: " + known.changed().count());
          case MailboxChanges.HistoryTrimmed trimmed -> require(false, "the history is cut");
        }
      }
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void say(String what, double value) {
    System.out.printf("%s %.3f%n", what, value);
  }
}
