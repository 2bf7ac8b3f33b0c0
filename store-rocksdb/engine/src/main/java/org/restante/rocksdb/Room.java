package org.restante.rocksdb;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.restante.keyvalue.StorageFull;
import org.restante.rocksdb.table.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a reserve free on the disk: contents are refused before rows, flushes and compactions find
 * it full, and accepted again as soon as there is room. Looks again after a second, and when
 * contents may have taken a part of what was free at the last look.
 */
final class Room {
  private static final Logger log = LoggerFactory.getLogger(Room.class);
  private static final long AGE = 1_000_000_000;

  /** A content takes its size in the log, again in a file, and again while files are rewritten. */
  private static final int WRITTEN_TIMES = 4;

  private final Database database;
  private final long reserve;
  private final AtomicLong left = new AtomicLong();
  private final AtomicBoolean refusing = new AtomicBoolean();
  private volatile long looked = System.nanoTime();
  private volatile long wanted;

  Room(Database database, long reserve) {
    this.database = database;
    this.reserve = reserve;
  }

  /** Fails where a content has no room. */
  void require(long octets) {
    boolean stale = System.nanoTime() - looked > AGE;
    if (left.addAndGet(-octets) < 0 || stale) {
      look(octets);
    }
  }

  /** Whether the last content found no room, and would not now. */
  boolean isRefusing() {
    return refusing.get() && lacks(database.footprint().free() - reserve, wanted);
  }

  private boolean lacks(long free, long octets) {
    return free < octets || database.compactionLacksRoom();
  }

  private void look(long octets) {
    long free = database.footprint().free() - reserve;
    looked = System.nanoTime();
    left.set(free / WRITTEN_TIMES - octets);
    if (lacks(free, octets)) {
      wanted = octets;
      refuse(free + reserve);
    } else if (refusing.compareAndSet(true, false)) {
      log.info("There is room again: letters are taken");
    }
  }

  private void refuse(long free) {
    left.set(-1); // so that the next one looks again
    if (refusing.compareAndSet(false, true)) {
      log.warn(
          "The disk is nearly full: {} octets are free in {}. Letters are refused for now, all else"
              + " is served. Make room: letters are taken again above the reserve of {} octets",
          free,
          database.directory(),
          reserve);
    }
    throw new StorageFull("a letter has no room: " + free + " octets are free on the disk", null);
  }
}
