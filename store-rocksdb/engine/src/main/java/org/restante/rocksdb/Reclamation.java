package org.restante.rocksdb;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Footprint;
import org.restante.rocksdb.table.Footprint.Size;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.Span;

/**
 * Gives the room of removed contents back to the file system. RocksDB keeps a blob file as long as
 * anything in it is used, so what is used is written elsewhere: while letters are being removed
 * when much of the files is garbage, and when that has come to rest also for less. It works at most
 * half of the time, so that others have the disk for the other half.
 */
final class Reclamation {
  /** Less is not worth the work. */
  private static final long LEAST = 32 << 20;

  private static final double WHILE_REMOVING = 0.4;
  private static final double AT_REST = 0.15;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Database database;
  private final EngineMeters meters;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ReentrantLock running = new ReentrantLock();
  private long removed;
  private boolean rowsAreDue;

  Reclamation(Database database, EngineMeters meters) {
    this.database = database;
    this.meters = meters;
  }

  /** After a round of collection that removed so many octets; returns when all is done. */
  void after(long octets) {
    if (running.tryLock()) {
      try {
        removed += octets;
        reclaim(octets == 0);
      } finally {
        running.unlock();
      }
    }
  }

  /** No more steps from now on. */
  void stop() {
    stopping.countDown();
  }

  private void reclaim(boolean atRest) {
    if (removed >= LEAST) {
      database.compact(Table.CHUNKS); // small: the octets stay where they are, and are counted
      removed = 0;
      rowsAreDue = true;
    }
    Footprint footprint = database.footprint();
    long garbage = footprint.size(Table.CHUNKS, Size.BLOB_GARBAGE);
    double share = (double) garbage / Math.max(1, footprint.size(Table.CHUNKS, Size.LIVE_BLOB));
    if (garbage >= LEAST && share > (atRest ? AT_REST : WHILE_REMOVING)) {
      relocate(garbage);
    }
    if (rowsAreDue && atRest) {
      rowsAreDue = false;
      for (Table table : new Table[] {Table.CONTENTS, Table.LINKS, Table.GARBAGE, Table.ROWS}) {
        database.compact(table);
        pause(LONGEST_PAUSE.toNanos() / 10);
      }
    }
  }

  private void relocate(long garbage) {
    long start = System.nanoTime();
    for (Span step : database.steps()) {
      long begun = System.nanoTime();
      database.relocate(step);
      if (pause(System.nanoTime() - begun)) {
        return;
      }
    }
    long left = database.footprint().size(Table.CHUNKS, Size.BLOB_GARBAGE);
    meters.relocated(Math.max(0, garbage - left), System.nanoTime() - start);
  }

  /** Whether it is to stop. */
  private boolean pause(long nanos) {
    try {
      return stopping.await(Math.min(nanos, LONGEST_PAUSE.toNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
