package org.restante.rocksdb.table;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.MutableColumnFamilyOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flushes that can fail. RocksDB's own waiting does not end where one has failed, as it does on a
 * full disk: this one looks. For calls inside the gate.
 */
final class Flushing implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Flushing.class);
  private static final long LOOK_MILLIS = 5;
  private static final int MOST_LOOKS = 6_000;
  private static final byte[] NO_ROW = {0};
  private static final int USUAL_MEMTABLES = 2;
  private static final int USUAL_SLOW = 20;
  private static final int USUAL_STOP = 36;
  private static final int MANY = 1 << 20;

  private final RocksDB db;
  private final Statistics statistics;
  private final List<ColumnFamilyHandle> families;
  private final ColumnFamilyHandle marked;
  private final FlushOptions options =
      new FlushOptions().setWaitForFlush(false).setAllowWriteStall(true);
  private final WriteOptions hasty = new WriteOptions().setNoSlowdown(true);
  private boolean loose;
  private long errorsBefore;

  /**
   * Of the tables of a database.
   *
   * @param marked the one that gets a deletion of no row, so that there is something to flush
   */
  Flushing(
      RocksDB db,
      Statistics statistics,
      List<ColumnFamilyHandle> families,
      ColumnFamilyHandle marked) {
    this.db = db;
    this.statistics = statistics;
    this.families = families;
    this.marked = marked;
  }

  /** What has failed in the background since the database was opened. */
  long errors() {
    try {
      return db.getLongProperty("rocksdb.background-errors")
          + statistics.getTickerCount(TickerType.ERROR_HANDLER_BG_ERROR_COUNT);
    } catch (RocksDBException e) {
      throw Failures.of("background errors", e);
    }
  }

  /** Whether rows wait to be written to tables. */
  boolean isPending() {
    return families.stream()
        .anyMatch(family -> number(family, "rocksdb.num-immutable-mem-table") > 0);
  }

  /**
   * Begins to write all rows to tables.
   *
   * @param anew a new log has to be begun, even if there is nothing to write
   * @return whether it could be begun
   */
  boolean begin(boolean anew) {
    errorsBefore = errors();
    try {
      if (anew) {
        mark();
      }
      db.flush(options, families);
      return true;
    } catch (RocksDBException e) {
      log.debug("A flush does not begin", e);
      return false;
    }
  }

  /**
   * RocksDB begins a new log only with a table that has something in it, and takes nothing past a
   * log that is to be written over.
   */
  private void mark() throws RocksDBException {
    if (number(marked, "rocksdb.num-entries-active-mem-table") == 0) {
      try (WriteBatch batch = new WriteBatch()) {
        batch.delete(marked, NO_ROW);
        db.write(hasty, batch);
      }
    }
  }

  /** Waits until no row waits any more; false if that has failed, or it is to stop. */
  boolean await(CountDownLatch stopping) {
    try {
      for (int look = 0; look < MOST_LOOKS && errors() == errorsBefore; look++) {
        if (!isPending()) {
          return true;
        }
        if (stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Lets writers out that RocksDB holds until tables are written, which may take for ever. */
  void loosen() {
    if (!loose && number(marked, "rocksdb.is-write-stopped") > 0) {
      limit(MANY, MANY, MANY);
      loose = true;
    }
  }

  /** The usual limits. */
  void tighten() {
    if (loose) {
      limit(USUAL_MEMTABLES, USUAL_SLOW, USUAL_STOP);
      loose = false;
    }
  }

  private void limit(int memtables, int slow, int stop) {
    MutableColumnFamilyOptions limits =
        MutableColumnFamilyOptions.builder()
            .setMaxWriteBufferNumber(memtables)
            .setLevel0SlowdownWritesTrigger(slow)
            .setLevel0StopWritesTrigger(stop)
            .build();
    for (ColumnFamilyHandle family : families) {
      try {
        db.setOptions(family, limits);
      } catch (RocksDBException e) { // they hold, but there was no room to write that down
        log.debug("The limits of a table are not written down", e);
      }
    }
  }

  private long number(ColumnFamilyHandle family, String property) {
    try {
      return db.getLongProperty(family, property);
    } catch (RocksDBException e) {
      throw Failures.of(property, e);
    }
  }

  @Override
  public void close() {
    options.close();
    hasty.close();
  }
}
