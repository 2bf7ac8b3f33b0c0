package org.restante.rocksdb.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.restante.keyvalue.EngineException;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that are written over, not made longer. A synced write to a file that grows waits for the
 * file system's journal too; where the room was written before it does not, which is a quarter to a
 * third of the time (see docs/adr/0032). RocksDB keeps logs that are of no use any more for that;
 * at a start it has none, so one is made.
 */
final class LogRoom {
  /** Logs that RocksDB keeps to be written over. */
  static final int LOGS = 2;

  private static final Logger log = LoggerFactory.getLogger(LogRoom.class);
  private static final int PIECE = 1 << 20;
  private static final int MOST_OCTETS = 16 << 20;
  private static final int MOST_LOGS = 2 * LOGS;

  private final Database database;
  private final LogWriter writer;
  private final Flushing flushing;
  private final WriteOptions buffered;
  private final WriteOptions synced;
  private final int octets;

  /**
   * For logs of a database.
   *
   * @param memtable how large logs get at least
   */
  LogRoom(
      Database database,
      LogWriter writer,
      Flushing flushing,
      WriteOptions buffered,
      WriteOptions synced,
      long memtable) {
    this.database = database;
    this.writer = writer;
    this.flushing = flushing;
    this.buffered = buffered;
    this.synced = synced;
    this.octets = (int) Math.min(MOST_OCTETS, memtable);
  }

  /** Fills a log, and begins others until one is written over it. For one who writes alone. */
  void make() {
    if (database.footprint().free() < 4L * octets) {
      return; // letters need it more
    }
    try {
      fill();
      int logs = 0;
      while (logs < MOST_LOGS && begins() && !isThere()) {
        logs++;
      }
    } catch (IOException | EngineException e) {
      log.warn("Room for the log can't be made; synced writes take longer", e);
    }
  }

  /** Begins the next log; whether that went well. */
  private boolean begins() {
    return flushing.begin(true) && flushing.await(new CountDownLatch(1));
  }

  /** Whether the present log, in which next to nothing is written yet, is as long as that. */
  private boolean isThere() throws IOException {
    try (Stream<Path> files = Files.list(database.directory())) {
      Optional<Path> last =
          files
              .filter(file -> file.getFileName().toString().matches("\\d+\\.log"))
              .max(Comparator.comparingLong(LogRoom::number));
      return last.isPresent() && Files.size(last.get()) >= octets;
    }
  }

  private static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().replace(".log", ""));
  }

  /** What is written is no row: nobody reads it. */
  private void fill() {
    for (int filled = 0; filled < octets; filled += PIECE) {
      try (WriteBatch batch = new WriteBatch(PIECE)) {
        batch.putLogData(new byte[PIECE]);
        writer.write(filled + PIECE < octets ? buffered : synced, batch);
      } catch (RocksDBException e) {
        throw Failures.of("a log", e);
      }
    }
  }
}
