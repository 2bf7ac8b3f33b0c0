package org.restante.rocksdb.table;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.restante.rocksdb.salvage.Salvage;
import org.restante.rocksdb.table.LogWriter.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether RocksDB can write, and brings it back when it could not: the thread that ends what
 * {@link LogWriter} refuses for. RocksDB tells of errors in the background by calls that don't find
 * their classes in a framework of bundles, so its counts are looked at instead, ten times a second
 * (see docs/adr/0015). It does not try a failed flush again by itself either.
 */
final class Recovery implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Recovery.class);
  private static final long LOOK_MILLIS = 100;
  private static final long TRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** RocksDB clears some errors by itself, which it tries each 5 s. */
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(12);

  /** A compaction that has failed is tried again within this time if it is still wanted. */
  private static final long COMPACTION_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Database database;
  private final LogWriter writer;
  private final Flushing flushing;
  private final Salvage salvage;
  private final long least;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("restante-recovery").unstarted(this::run);
  private volatile @Nullable Runnable reopen;
  private volatile long compactionFailed = System.nanoTime() - COMPACTION_NANOS;
  private long errors;
  private @Nullable Trouble told;
  private long since;
  private long tried;
  private long failing;

  /**
   * Not yet started.
   *
   * @param least octets that have to be free before it is worth to try
   */
  Recovery(Database database, LogWriter writer, Flushing flushing, Salvage salvage, long least) {
    this.database = database;
    this.writer = writer;
    this.flushing = flushing;
    this.salvage = salvage;
    this.least = least;
  }

  void start() {
    errors = flushing.errors();
    thread.start();
  }

  /** Where only another opening helps, this is run, once. */
  void reopenBy(Runnable action) {
    reopen = action;
  }

  /** Whether a compaction has lately failed for lack of room. */
  boolean compactionLacksRoom() {
    return System.nanoTime() - compactionFailed < COMPACTION_NANOS;
  }

  /** Tells the thread to end. */
  void stop() {
    stopping.countDown();
  }

  /** Waits for the thread's end. */
  @Override
  public void close() {
    stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        database.ifOpen(this::lookSafely);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      log.warn("The state of the disk can't be looked at", e);
    }
  }

  private void look() {
    long now = flushing.errors();
    if (now != errors) {
      errors = now;
      judge();
    }
    Trouble trouble = writer.trouble();
    if (trouble != null) {
      tell(trouble);
      if (System.nanoTime() - tried >= TRY_NANOS) {
        recover(trouble);
        tried = System.nanoTime();
      }
    }
  }

  /** Something in the background has failed. */
  private void judge() {
    boolean full = database.footprint().free() < 2 * least;
    if (flushing.isPending()) {
      writer.refuse(new Trouble("tables can't be written", full, false));
    } else if (full) {
      compactionFailed = System.nanoTime();
    }
  }

  private void tell(Trouble trouble) {
    if (told == null) {
      told = trouble;
      since = System.nanoTime();
      tried = since - TRY_NANOS;
      failing = 0;
      log.warn(
          "{}: {}. Writers are refused for now, readers are served; {} octets are free in {}. "
              + "It goes on by itself when {} octets are free{}",
          trouble.full() ? "The disk is full" : "The disk can't be written",
          trouble.what(),
          database.footprint().free(),
          database.directory(),
          least,
          trouble.full() ? ": make room" : " and the disk takes writes");
    }
  }

  private void recover(Trouble trouble) {
    flushing.loosen();
    if (database.footprint().free() < least) {
      failing = 0;
    } else if (flushed(trouble)) {
      flushing.tighten();
      writer.resume();
      errors = flushing.errors();
      told = null;
      log.info("Writers are served again, after {} ms", (System.nanoTime() - since) / 1_000_000);
    } else if (failing == 0) {
      failing = System.nanoTime();
    } else if (System.nanoTime() - failing > STUCK_NANOS) {
      failing = System.nanoTime();
      openAgain();
    }
  }

  /** All rows are in tables, and a log without a torn record is begun. */
  private boolean flushed(Trouble trouble) {
    boolean begun = flushing.begin(trouble.torn());
    if (begun && trouble.torn()) {
      salvage.cutTornLogs();
    }
    return begun && flushing.await(stopping);
  }

  private void openAgain() {
    Runnable action = reopen;
    if (action != null) {
      log.warn(
          "RocksDB does not recover: the database in {} is opened again", database.directory());
      action.run();
    }
  }
}
