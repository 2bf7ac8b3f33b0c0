package org.restante.bench.growth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.restante.mailbox.MailboxRef;
import org.restante.message.FlagOutcome;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.rocksdb.table.RawRows;

/**
 * A change of the flags of many messages in one call, beside a batch of RocksDB with the same
 * octets, both synced. Prints a figure a line.
 */
public final class FlagRate {
  private static final int ROUNDS = 40;
  private static final int WARM_UP = 20;

  private FlagRate() {}

  /** Arguments: an empty directory; the number of messages. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int messages = Integer.parseInt(arguments[1]);
    try (GrownStore store = new GrownStore(directory.resolve("store"));
        RawRows.Batches raw = new RawRows.Batches(directory.resolve("raw"))) {
      MailboxRef inbox = store.inbox("flags").ref();
      store.fill(inbox, messages);
      store.mail().view(inbox);
      List<Double> ratios = new ArrayList<>();
      List<Double> ours = new ArrayList<>();
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        boolean add = round % 2 == 0;
        long start = System.nanoTime();
        FlagOutcome outcome = store.mail().updateFlags(inbox, UidSet.ALL, update(add));
        long one = System.nanoTime() - start;
        require(outcome.updated().count() == messages, outcome.updated().count() + " changed");
        start = System.nanoTime();
        raw.write(messages, round);
        long other = System.nanoTime() - start;
        if (round >= 0) {
          ratios.add((double) one / other);
          ours.add(one / 1e6);
        }
      }
      ratios.sort(null);
      ours.sort(null);
      System.out.printf("flags-ms %.3f%n", ours.get(ROUNDS / 2));
      System.out.printf("flags-ratio %.3f%n", ratios.get(ROUNDS / 2));
    }
  }

  private static FlagUpdate update(boolean add) {
    FlagUpdate.Mode mode = add ? FlagUpdate.Mode.REMOVE : FlagUpdate.Mode.ADD;
    return new FlagUpdate(mode, Flags.of(SystemFlag.SEEN));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
