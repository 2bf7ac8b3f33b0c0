package org.restante.rocksdb.table;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadTier;
import org.rocksdb.RocksDB;
import org.rocksdb.Snapshot;

/**
 * One scan. A virtual thread reads for itself where the disk is quick, slice by slice; else only
 * what is in the cache, and has the rest read by a disk thread, page by page, until the disk proves
 * quick. All of it is of one snapshot; rows are always visited on the calling thread.
 */
final class Scan {
  private static final int SLICE = 8192; // rows until the disk's pace is asked for again

  private final RocksDB db;
  private final ColumnFamilyHandle family;
  private final DiskThreads disk;
  private final DiskPace pace;
  private final RowReader reader;
  private int visited;
  private boolean stopped;
  private byte @Nullable [] last;

  Scan(RocksDB db, ColumnFamilyHandle family, DiskThreads disk, DiskPace pace, RowReader reader) {
    this.db = db;
    this.family = family;
    this.disk = disk;
    this.pace = pace;
    this.reader = reader;
  }

  /** Goes on behind the last row visited where it is called again. */
  int run(Span whole, @Nullable View view) {
    if (isOver(whole)) {
      return visited;
    }
    if (!Thread.currentThread().isVirtual()) {
      direct(rest(whole), ReadTier.READ_ALL_TIER, view == null ? null : view.snapshot);
    } else if (view != null) {
      read(whole, view.snapshot);
    } else if (pace.isQuick() && whole.limit() <= SLICE) { // one cursor sees one state
      direct(rest(whole), ReadTier.READ_ALL_TIER, null);
    } else {
      Snapshot snapshot = db.getSnapshot();
      try {
        read(whole, snapshot);
      } finally {
        db.releaseSnapshot(snapshot);
      }
    }
    return visited;
  }

  private void read(Span whole, Snapshot snapshot) {
    boolean more = true;
    while (more && !isOver(whole)) {
      more = pace.isQuick() ? slice(whole, snapshot) : cachedAndPaged(whole, snapshot);
    }
  }

  /** Whether there may be more behind it. */
  private boolean slice(Span whole, Snapshot snapshot) {
    int before = visited;
    direct(rest(whole).atMost(SLICE), ReadTier.READ_ALL_TIER, snapshot);
    return visited - before == SLICE;
  }

  /** Whether there may be more behind it, which is then to be read in another way. */
  private boolean cachedAndPaged(Span whole, Snapshot snapshot) {
    return direct(rest(whole), ReadTier.BLOCK_CACHE_TIER, snapshot)
        && !isOver(whole)
        && paged(rest(whole), snapshot);
  }

  private boolean isOver(Span whole) {
    return stopped || rest(whole).isEmpty();
  }

  private Span rest(Span whole) {
    return last == null ? whole : whole.after(last, visited);
  }

  /** Visits what the tier has; whether there may be more behind it. */
  private boolean direct(Span span, ReadTier tier, @Nullable Snapshot snapshot) {
    try (Cursor cursor = new Cursor(db, family, span, tier, snapshot)) {
      int before = visited;
      try {
        return visitAll(cursor, before + span.limit());
      } finally {
        last = visited > before ? cursor.lastKey() : last;
      }
    }
  }

  private boolean visitAll(Cursor cursor, int end) {
    while (visited < end && !stopped) {
      if (!cursor.next()) {
        return cursor.endsShort();
      }
      ByteBuffer value = cursor.value(); // may fail; a key that was read was visited
      visit(cursor.key(), value);
    }
    return false;
  }

  /** Whether there may be more: then the disk is quick. */
  private boolean paged(Span rest, Snapshot snapshot) {
    try (Cursor cursor =
        disk.call(() -> new Cursor(db, family, rest, ReadTier.READ_ALL_TIER, snapshot))) {
      int end = visited + rest.limit();
      while (visited < end && !stopped) {
        int wanted = end - visited;
        Cursor.Page page = disk.call(() -> cursor.page(wanted));
        if (page.rows().isEmpty()) {
          return false;
        }
        visit(page.rows());
        pace.took(page.slowest());
        if (pace.isQuick()) {
          return true;
        }
      }
    }
    return false;
  }

  private void visit(List<Cursor.Row> rows) {
    for (Cursor.Row row : rows) {
      if (!stopped) {
        visit(ByteBuffer.wrap(row.key()), ByteBuffer.wrap(row.value()));
        last = row.key();
      }
    }
  }

  private void visit(ByteBuffer key, ByteBuffer value) {
    visited++;
    stopped = !reader.row(key, value);
  }
}
