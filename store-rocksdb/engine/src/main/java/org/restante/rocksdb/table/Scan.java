package org.restante.rocksdb.table;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadTier;
import org.rocksdb.RocksDB;
import org.rocksdb.Snapshot;

/**
 * One scan. A virtual thread reads what is in the cache itself and has the rest read by a disk
 * thread, page by page, from the same snapshot; rows are always visited on the calling thread.
 */
final class Scan {
  private final RocksDB db;
  private final ColumnFamilyHandle family;
  private final DiskThreads disk;
  private final RowReader reader;
  private int visited;
  private boolean stopped;
  private byte @Nullable [] last;

  Scan(RocksDB db, ColumnFamilyHandle family, DiskThreads disk, RowReader reader) {
    this.db = db;
    this.family = family;
    this.disk = disk;
    this.reader = reader;
  }

  /** Goes on behind the last row visited where it is called again. */
  int run(Span whole, @Nullable View view) {
    Span span = last == null ? whole : whole.after(last, visited);
    if (span.isEmpty() || stopped) {
      return visited;
    }
    if (!Thread.currentThread().isVirtual()) {
      direct(span, ReadTier.READ_ALL_TIER, view == null ? null : view.snapshot);
      return visited;
    }
    if (view != null) {
      return cacheFirst(span, view.snapshot);
    }
    Snapshot snapshot = db.getSnapshot();
    try {
      return cacheFirst(span, snapshot);
    } finally {
      db.releaseSnapshot(snapshot);
    }
  }

  private int cacheFirst(Span span, Snapshot snapshot) {
    if (direct(span, ReadTier.BLOCK_CACHE_TIER, snapshot)) {
      Span rest = last == null ? span : span.after(last, visited);
      if (!rest.isEmpty()) {
        paged(rest, snapshot);
      }
    }
    return visited;
  }

  /** Visits what the tier has; whether there may be more behind it. */
  private boolean direct(Span span, ReadTier tier, @Nullable Snapshot snapshot) {
    try (Cursor cursor = new Cursor(db, family, span, tier, snapshot)) {
      int before = visited;
      try {
        return visitAll(cursor, span.limit());
      } finally {
        last = visited > before ? cursor.lastKey() : last;
      }
    }
  }

  private boolean visitAll(Cursor cursor, int limit) {
    while (visited < limit && !stopped) {
      if (!cursor.next()) {
        return cursor.endsShort();
      }
      ByteBuffer value = cursor.value(); // may fail; a key that was read was visited
      visit(cursor.key(), value);
    }
    return false;
  }

  private void paged(Span rest, Snapshot snapshot) {
    try (Cursor cursor =
        disk.call(() -> new Cursor(db, family, rest, ReadTier.READ_ALL_TIER, snapshot))) {
      int end = visited + rest.limit();
      while (visited < end && !stopped) {
        int wanted = end - visited;
        List<Cursor.Row> page = disk.call(() -> cursor.page(wanted));
        if (page.isEmpty()) {
          return;
        }
        for (Cursor.Row row : page) {
          if (!stopped) {
            visit(ByteBuffer.wrap(row.key()), ByteBuffer.wrap(row.value()));
            last = row.key();
          }
        }
      }
    }
  }

  private void visit(ByteBuffer key, ByteBuffer value) {
    visited++;
    stopped = !reader.row(key, value);
  }
}
