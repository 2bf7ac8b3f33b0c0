package org.restante.rocksdb.table;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.StorageFull;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The one way into the log. A write that fails may leave a torn record there, and what is written
 * behind that can't be read after a crash, though RocksDB takes it; so one write goes in at a time,
 * and after one that has failed none, until {@link Recovery} has begun another log.
 */
final class LogWriter {
  private final RocksDB db;
  private final ReentrantLock order = new ReentrantLock();
  private volatile @Nullable Trouble trouble;

  /**
   * Why nothing is written.
   *
   * @param full for lack of room, not for another reason
   * @param torn whether the log may end in a torn record
   */
  record Trouble(String what, boolean full, boolean torn) {

    EngineException refusal() {
      String text = "writes are refused since " + what;
      return full ? new StorageFull(text, null) : new EngineException(text, null);
    }
  }

  LogWriter(RocksDB db) {
    this.db = db;
  }

  /** Writes a batch, or nothing of it. */
  void write(WriteOptions options, WriteBatch batch) {
    order.lock();
    try {
      requireSound();
      db.write(options, batch);
    } catch (RocksDBException e) {
      EngineException failure = Failures.ofWrite(e);
      refuse(new Trouble(failure.getMessage() + "", failure instanceof StorageFull, true));
      throw failure;
    } finally {
      order.unlock();
    }
  }

  /** Fails where writes are refused. */
  void requireSound() {
    Trouble present = trouble;
    if (present != null) {
      throw present.refusal();
    }
  }

  /** Lets no write in from now on; what is known to be torn stays so. */
  synchronized void refuse(Trouble next) {
    Trouble present = trouble;
    if (present == null) {
      trouble = next;
    } else if (next.torn() && !present.torn()) {
      trouble = new Trouble(present.what(), present.full(), true);
    }
  }

  /** Why nothing is written now, or null. */
  @Nullable Trouble trouble() {
    return trouble;
  }

  /** Lets writes in again. */
  synchronized void resume() {
    trouble = null;
  }
}
