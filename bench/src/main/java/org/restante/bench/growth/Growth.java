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
 * STATUS and a catch-up beside those of a small one. Prints a figure a line.
 */
public final class Growth {
  private static final int HOT_ROW = 3;
  private static final int CHANGES = 100;
  private static final int WARM_UP = 4;

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

  private void fill() {
    try (GrownStore store = new GrownStore(directory)) {
      store.fill(store.inbox("viewed").ref(), viewed);
      store.fill(store.inbox("large").ref(), large);
      store.fill(store.inbox("small").ref(), small);
    }
    say("filled", viewed + large + small);
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
    }
  }

  /** The two mailboxes, measured in turns. */
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
        for (int which = 0; which < 2; which++) {
          Mailbox box = boxes[which];
          long modSeq = change(box, round);
          selects[which].take(() -> select(box));
          statuses[which].take(() -> status(box));
          catchUps[which].take(() -> catchUp(box, modSeq));
        }
      }
      if (tell) {
        tell("select", selects);
        tell("status", statuses);
        tell("catch-up", catchUps);
      }
    }

    private void tell(String what, Times[] times) {
      double little = times[0].median();
      double much = times[1].median();
      say(what + "-us", much / 1e3);
      say(what + "-ratio", much / little);
    }

    /** Changes flags of messages all over the mailbox; the MODSEQ before. */
    private long change(Mailbox box, int round) {
      MailboxView view = store.mail().view(box.ref());
      long step = view.exists() / CHANGES;
      UidSet.Builder uids = new UidSet.Builder();
      LongStream.range(0, CHANGES)
          .forEach(i -> uids.add(view.uid((int) (i * step + round / 2 % step))));
      FlagUpdate.Mode mode = round % 2 == 0 ? FlagUpdate.Mode.ADD : FlagUpdate.Mode.REMOVE;
      FlagUpdate update = new FlagUpdate(mode, Flags.of(SystemFlag.FLAGGED));
      store.mail().updateFlags(box.ref(), uids.build(), update);
      return view.mailbox().highestModSeq();
    }

    /** What SELECT asks the store. */
    private void select(Mailbox box) {
      store.mail().mailbox(box.ref().account(), box.name()).orElseThrow();
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
