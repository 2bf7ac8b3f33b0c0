package org.restante.bench.growth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.restante.mailbox.MailboxRef;
import org.restante.message.FlagOutcome;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.rocksdb.BloomFilter;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A change of the flags of many messages in one call, beside a batch of RocksDB with the same
 * octets, both synced. Prints a figure a line.
 */
public final class FlagRate {
  private static final int KEY = 25;
  private static final int VALUE = 9;
  private static final int ROUNDS = 40;
  private static final int WARM_UP = 20;

  private FlagRate() {}

  /** Arguments: an empty directory; the number of messages. */
  public static void main(String[] arguments) throws RocksDBException, java.io.IOException {
    Path directory = Path.of(arguments[0]);
    int messages = Integer.parseInt(arguments[1]);
    Path raw = Files.createDirectories(directory.resolve("raw"));
    try (GrownStore store = new GrownStore(directory.resolve("store"));
        BloomFilter bloom = new BloomFilter(10);
        Options options =
            new Options()
                .setCreateIfMissing(true)
                .useFixedLengthPrefixExtractor(8)
                .setMemtablePrefixBloomSizeRatio(0.05)
                .setWriteBufferSize(32 << 20);
        RocksDB db = RocksDB.open(options, raw.toString());
        WriteOptions synced = new WriteOptions().setSync(true)) {
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
        write(db, synced, messages, round);
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

  /** As many rows of the same length, in the same order. */
  private static void write(RocksDB db, WriteOptions synced, int messages, int round)
      throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      for (int i = 0; i < messages; i++) {
        byte[] key = new byte[KEY];
        key[7] = 1;
        key[8] = 3;
        key[16] = 1;
        key[23] = (byte) (i >> 8);
        key[24] = (byte) i;
        byte[] value = new byte[VALUE];
        value[0] = (byte) round;
        batch.put(key, value);
      }
      db.write(synced, batch);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
