package org.restante.rocksdb;

import java.util.concurrent.atomic.AtomicLong;
import org.restante.keyvalue.StorageFull;
import org.restante.rocksdb.table.Footprint;

/**
 * Keeps a reserve free on the disk: contents are refused before rows, flushes and compactions find it
 * full, and accepted again as soon as there is room.
 */
final class Room {
  private static final long RECHECK = 1_000_000_000;

  private final Footprint footprint;
  private final long reserve;
  private final AtomicLong checked = new AtomicLong(System.nanoTime() - 2 * RECHECK);
  private volatile boolean full;

  Room(Footprint footprint, long reserve) {
    this.footprint = footprint;
    this.reserve = reserve;
  }

  /** Fails where a content has no room. */
  void require() {
    long last = checked.get();
    long now = System.nanoTime();
    if ((full || now - last > RECHECK) && checked.compareAndSet(last, now)) {
      full = footprint.free() < reserve;
    }
    if (full) {
      throw new StorageFull("less than " + reserve + " octets are free on the disk", null);
    }
  }
}
