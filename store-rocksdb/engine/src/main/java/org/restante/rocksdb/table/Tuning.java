package org.restante.rocksdb.table;

/**
 * What an operator may tune about the database.
 *
 * @param memory one budget in octets for all that is off heap; {@link Native} divides it
 * @param diskThreads calls that wait for the disk at a time
 * @param background flushes and compactions at a time
 * @param rows compression of rows
 * @param contents compression of contents
 */
public record Tuning(
    long memory, int diskThreads, int background, Compression rows, Compression contents) {

  /** Below this RocksDB would flush all the time. */
  public static final long LEAST_MEMORY = 8 << 20;

  /** Octets of a table in memory before it is written to the disk. */
  long memtable() {
    return Math.max(1 << 20, memory / 8);
  }

  /** Octets that an opening may write: what is in the log, as tables, and a new manifest. */
  public long roomToOpen() {
    return memory / 4 + (4 << 20);
  }

  /** Checks the bounds. */
  public Tuning {
    if (memory < LEAST_MEMORY) {
      throw new IllegalArgumentException("memory must be at least 8 MiB");
    }
    if (diskThreads < 1 || diskThreads > 1024) {
      throw new IllegalArgumentException("disk threads must be 1 to 1024");
    }
    if (background < 2 || background > 64) {
      throw new IllegalArgumentException("background jobs must be 2 to 64");
    }
  }
}
