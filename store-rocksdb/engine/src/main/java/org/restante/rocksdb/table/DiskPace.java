package org.restante.rocksdb.table;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether reads are answered so soon, by the system's cache or a quick disk, that a change of
 * threads would cost more than to hold a carrier meanwhile. Until that is seen the disk is taken
 * for a slow one, and one slow read weighs more than many quick ones. Thread-safe: threads may miss
 * each other's measurements, which are many.
 */
final class DiskPace {
  /** Nanoseconds that two changes of threads take, on a machine with other work. */
  static final long QUICK = 100_000;

  private static final int WEIGHT = 8; // the last so many reads count most

  /** More than this a read does not count: it may have waited for a processor, not for the disk. */
  private static final long SLOWEST = 10 * QUICK;

  private volatile long usual = QUICK;

  /** Whether to read on the calling thread. */
  boolean isQuick() {
    return usual < QUICK;
  }

  /** Makes a read that goes to the disk where it must, and remembers what it took. */
  <T extends @Nullable Object> T timed(Supplier<T> read) {
    long start = System.nanoTime();
    try {
      return read.get();
    } finally {
      took(System.nanoTime() - start);
    }
  }

  /** A read took so many nanoseconds. */
  void took(long nanos) {
    long before = usual;
    usual = before + (Math.min(nanos, SLOWEST) - before) / WEIGHT;
  }
}
