package org.restante.rocksdb.table;

/**
 * Whether it pays to look for a row in memory before a thread waits for the disk: a look that finds
 * nothing ends in an exception, which costs more than the read. After such a look some are left
 * out. Thread-safe: what threads see late only makes them look, or not.
 */
final class CacheLuck {
  private final int leftOut;
  private volatile int left;

  /** Leaves out so many looks after one that found nothing. */
  CacheLuck(int leftOut) {
    this.leftOut = leftOut;
  }

  /** Whether to look this time. */
  boolean tries() {
    int before = left;
    if (before == 0) {
      return true;
    }
    left = before - 1;
    return false;
  }

  /** It was there. */
  void found() {
    if (left != 0) {
      left = 0;
    }
  }

  /** It was not. */
  void missed() {
    left = leftOut;
  }
}
