package org.restante.rocksdb.file;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets no file go while somebody copies them. Who removes does not wait for that, which may take
 * hours, but leaves the files for later. Thread-safe.
 */
public final class Keeping {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private int keepers;

  /** From now on no file goes, until as many have said {@link #end} as {@code begin}. */
  public void begin() {
    count(1);
  }

  /** Files may go, as far as this keeper is concerned. */
  public void end() {
    count(-1);
  }

  /**
   * Begins a removal, if nobody keeps the files: then nobody begins to before {@link #removed},
   * which the same thread says.
   */
  public boolean mayRemove() {
    lock.readLock().lock();
    if (keepers > 0) {
      lock.readLock().unlock();
      return false;
    }
    return true;
  }

  /** The removal has ended. */
  public void removed() {
    lock.readLock().unlock();
  }

  private void count(int more) {
    lock.writeLock().lock();
    try {
      keepers += more;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
