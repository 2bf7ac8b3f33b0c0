package org.restante.rocksdb;

import java.util.concurrent.Semaphore;

/**
 * Keeps memory bounded where batches may be large: only a few that have outgrown the usual size are
 * in the making or on their way to the disk at a time, and others wait. A thread has one such batch
 * open at most, else it could wait for itself.
 */
final class LargeBatches {
  static final int AT_A_TIME = 4;

  private static final int OPERATIONS = 2_000;
  private static final int OCTETS = 1 << 20;

  private final Semaphore permits = new Semaphore(AT_A_TIME, true);

  static boolean isLarge(int operations, long octets) {
    return operations > OPERATIONS || octets > OCTETS;
  }

  void enter() {
    permits.acquireUninterruptibly();
  }

  void leave() {
    permits.release();
  }
}
