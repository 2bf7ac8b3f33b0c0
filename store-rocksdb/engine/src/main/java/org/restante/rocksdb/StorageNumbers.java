package org.restante.rocksdb;

import java.util.concurrent.locks.ReentrantLock;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema.Entry;

/**
 * Hands out storage numbers, none twice: a range is on record before its first number is used. The
 * record needs no sync of its own, because it lies before the chunks in the one log; a file that
 * outlived it is passed over ({@link FiledContents#begin}).
 */
final class StorageNumbers {
  private static final int RANGE = 1024;

  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private final long first;
  private long next;
  private long limit;

  StorageNumbers(Database database) {
    this.database = database;
    this.first = Ledger.number(database, Entry.NEXT_STORAGE);
    this.next = first;
    this.limit = first;
  }

  /** No lower one is handed out since the start. */
  long first() {
    return first;
  }

  long take() {
    lock.lock();
    try {
      if (next == limit) {
        database.write(new Changes().set(Entry.NEXT_STORAGE, limit + RANGE), false);
        limit += RANGE;
      }
      return next++;
    } finally {
      lock.unlock();
    }
  }
}
