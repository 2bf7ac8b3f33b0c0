package org.restante.rocksdb;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.restante.blob.BlobDraft;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;

/**
 * The process that the crash test kills: writers that commit and say so, one line for each commit.
 * Every third batch brings a small content, every seventh a large one; every other content is
 * unlinked by the next batch of its writer.
 */
final class AcknowledgingWriter {
  static final int WRITERS = 8;

  private AcknowledgingWriter() {}

  /** Writes into a directory, from a round on, until the process is killed. */
  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    int first = Integer.parseInt(arguments[1]);
    PrintStream acknowledgements = System.out;
    RocksKeyValueEngine engine =
        RocksKeyValueEngine.open(directory, Engines.SETTINGS, new SimpleMeterRegistry());
    for (int writer = 1; writer <= WRITERS; writer++) {
      int account = writer;
      Thread.ofPlatform().start(() -> write(engine, account, first, acknowledgements));
    }
    Thread.ofPlatform().start(() -> collect(engine));
  }

  private static void write(
      RocksKeyValueEngine engine, int account, int first, PrintStream acknowledgements) {
    for (int number = first; ; number++) {
      try (BlobDraft draft = engine.blobs().draft();
          Batch batch = engine.partition(account).batch()) {
        byte[] content = content(account, number);
        batch.put(row(number), Engines.octets("value " + number));
        batch.put(Engines.octets("last"), Engines.octets(String.valueOf(number)));
        if (content.length > 0) {
          draft.write(content, 0, content.length);
          batch.link(draft.seal(), number, new byte[0]);
        }
        byte[] before = content(account, number - 1);
        if (before.length > 0 && !kept(number - 1) && number > first) {
          batch.unlink(Engines.name(before), number - 1);
        }
        batch.commit(Durability.SYNC);
      }
      acknowledgements.println(account + " " + number);
    }
  }

  private static void collect(RocksKeyValueEngine engine) {
    while (true) {
      engine.blobs().collect(Duration.ZERO);
    }
  }

  static byte[] row(int number) {
    return Engines.octets("row %06d".formatted(number));
  }

  /** The content of a batch; empty: it has none. */
  static byte[] content(int account, int number) {
    if (number % 7 == 0) {
      return Engines.noise(200_000 + account * 10_000 + number);
    }
    return number % 3 == 0 ? Engines.noise(1_000 + account * 10_000 + number) : new byte[0];
  }

  static boolean kept(int number) {
    return number % 2 == 0;
  }
}
