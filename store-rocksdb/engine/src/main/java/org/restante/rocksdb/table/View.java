package org.restante.rocksdb.table;

import org.rocksdb.ReadOptions;
import org.rocksdb.ReadTier;
import org.rocksdb.Snapshot;

/**
 * The database as it was at one moment, for as long as the view is open. Freed by its own close (or
 * its last reader's leaving), or by the close of the database: whichever comes first.
 */
public final class View implements AutoCloseable {
  private final Database database;
  private final Gate readers;
  final Snapshot snapshot;
  final ReadOptions waiting;
  final ReadOptions cached;

  View(Database database, Snapshot snapshot) {
    this.database = database;
    this.snapshot = snapshot;
    this.waiting = new ReadOptions().setSnapshot(snapshot);
    this.cached = new ReadOptions().setSnapshot(snapshot).setReadTier(ReadTier.BLOCK_CACHE_TIER);
    this.readers = new Gate(() -> database.release(this));
  }

  void enter() {
    if (!readers.enter()) {
      throw new IllegalStateException("the snapshot is closed");
    }
  }

  void leave() {
    readers.leave();
  }

  @Override
  public void close() {
    database.ifOpen(readers::close);
  }
}
