package org.restante.rocksdb;

import java.util.concurrent.atomic.AtomicLong;
import org.restante.keyvalue.StorageFull;
import org.restante.rocksdb.table.Footprint;

/**
 * Keeps a reserve free on the disk: contents are refused before rows, flushes and compactions find
 * it full, and accepted again as soon as there is room. Looks again after a second, and when
 * contents may have taken a part of what was free at the last look.
 */
final class Room {
  private static final long AGE = 1_000_000_000;

  /** A content takes its size in the log, again in a file, and again while files are rewritten. */
  private static final int WRITTEN_TIMES = 4;

  private final Footprint footprint;
  private final long reserve;
  private final AtomicLong left = new AtomicLong();
  private volatile long looked = System.nanoTime();

  Room(Footprint footprint, long reserve) {
    this.footprint = footprint;
    this.reserve = reserve;
  }

  /** Fails where a content has no room. */
  void require(long octets) {
    boolean stale = System.nanoTime() - looked > AGE;
    if (left.addAndGet(-octets) < 0 || stale) {
      long free = footprint.free() - reserve;
      looked = System.nanoTime();
      left.set(free / WRITTEN_TIMES - octets);
      if (free < octets) {
        throw new StorageFull("less than " + reserve + " octets are free on the disk", null);
      }
    }
  }
}
