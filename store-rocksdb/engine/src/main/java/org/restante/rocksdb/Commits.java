package org.restante.rocksdb;

import java.util.Arrays;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema.Table;

/**
 * Commits batches. One with guards excludes the other commits of its partition (and of those that
 * share its stripe) from the check to the end of the write; those without guards go side by side.
 */
final class Commits {
  private static final int STRIPES = 64;

  private final Database database;
  private final Contents contents;
  private final EngineMeters meters;
  private final LargeBatches large = new LargeBatches();
  private final StampedLock[] stripes =
      Stream.generate(StampedLock::new).limit(STRIPES).toArray(StampedLock[]::new);

  Commits(Database database, Contents contents, EngineMeters meters) {
    this.database = database;
    this.contents = contents;
    this.meters = meters;
  }

  Database database() {
    return database;
  }

  LargeBatches large() {
    return large;
  }

  CommitResult commit(RocksBatch batch, Durability durability) {
    database.requireOpen();
    long start = System.nanoTime();
    StampedLock stripe = stripes[Math.floorMod(batch.account(), STRIPES)];
    long stamp = batch.guards().isEmpty() ? stripe.readLock() : stripe.writeLock();
    try {
      if (!batch.guards().stream().allMatch(this::holds)) {
        return CommitResult.GUARD_FAILED;
      }
      write(batch, durability == Durability.SYNC);
    } finally {
      stripe.unlock(stamp);
    }
    meters.committed(durability, batch.operations(), System.nanoTime() - start);
    return CommitResult.COMMITTED;
  }

  private boolean holds(RocksBatch.Guard guard) {
    return Arrays.equals(database.get(Table.ROWS, guard.row(), null), guard.expected());
  }

  private void write(RocksBatch batch, boolean sync) {
    if (!batch.links().isEmpty()) {
      new LinkCommit(contents, batch.account(), batch.links()).write(batch.changes(), sync);
    } else if (!batch.changes().isEmpty()) {
      database.write(batch.changes(), sync);
    }
  }
}
