package org.restante.rocksdb.table;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.PartitionReader.Order;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.ReadTier;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/** A native iterator over a span. For one thread at a time, inside the database's gate. */
final class Cursor implements AutoCloseable {
  private static final int LONG_SCAN = 4096;
  private static final int PAGE_ROWS = 512;
  private static final int PAGE_OCTETS = 256 << 10;

  private final Span span;
  private final Slice lower;
  private final Slice upper;
  private final ReadOptions options;
  private final RocksIterator iterator;
  private final RowOctets key;
  private final RowOctets value;
  private boolean started;
  private boolean ended;

  /** A row on its way to the thread that visits it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(byte[] key, byte[] value) {}

  /**
   * Rows that were read together.
   *
   * @param slowest nanoseconds of the row that took longest, which one read of the disk did not
   *     exceed
   */
  record Page(List<Row> rows, long slowest) {}

  Cursor(
      RocksDB db,
      ColumnFamilyHandle family,
      Span span,
      ReadTier tier,
      @Nullable Snapshot snapshot) {
    this.span = span;
    this.lower = new Slice(span.from());
    this.upper = new Slice(span.to());
    this.options =
        new ReadOptions()
            .setReadTier(tier)
            .setIterateLowerBound(lower)
            .setIterateUpperBound(upper)
            // the bound behind the span has another prefix: downwards the order must be total
            .setTotalOrderSeek(span.order() == Order.DESCENDING || !samePrefix(span))
            .setReadaheadSize(span.limit() > LONG_SCAN ? PAGE_OCTETS : 0);
    if (snapshot != null) {
      options.setSnapshot(snapshot);
    }
    this.iterator = db.newIterator(family, options);
    this.key = new RowOctets(iterator::key);
    this.value = new RowOctets(iterator::value);
  }

  /** Whether one prefix of the table's filter covers the span, so that the filter may be asked. */
  private static boolean samePrefix(Span span) {
    return switch (span.table()) {
      case ROWS, LINKS -> true;
      case META, CHUNKS, CONTENTS, GARBAGE, DRAFTS -> false;
    };
  }

  /** Goes to the next row; false at the end of the span, or where the tier ends. */
  boolean next() {
    if (!ended) {
      advance();
      ended = !iterator.isValid();
    }
    return !ended;
  }

  /** Never called at the end: an iterator that is not valid must not be moved. */
  private void advance() {
    boolean ascending = span.order() == Order.ASCENDING;
    if (!started) {
      started = true;
      if (ascending) {
        iterator.seek(span.from());
      } else {
        iterator.seekToLast();
      }
    } else if (ascending) {
      iterator.next();
    } else {
      iterator.prev();
    }
  }

  /** The row's key; valid until the next one is asked for. */
  ByteBuffer key() {
    return key.read();
  }

  /** The row's value; valid until the next one is asked for. */
  ByteBuffer value() {
    return value.read();
  }

  /** The key that was read last. */
  byte[] lastKey() {
    return key.copy();
  }

  /** Whether it ended because the rest is not in the cache. */
  boolean endsShort() {
    try {
      iterator.status();
      return false;
    } catch (RocksDBException e) {
      if (Failures.notInCache(e)) {
        return true;
      }
      throw Failures.of("scan of " + span.table(), e);
    }
  }

  /** The next rows; fewer than asked for only at the end, when it is empty. */
  Page page(int limit) {
    List<Row> rows = new ArrayList<>();
    int octets = 0;
    long slowest = 0;
    long before = System.nanoTime();
    while (rows.size() < Math.min(limit, PAGE_ROWS) && octets < PAGE_OCTETS && next()) {
      Row row = new Row(iterator.key(), iterator.value());
      rows.add(row);
      octets += row.value().length;
      long now = System.nanoTime();
      slowest = Math.max(slowest, now - before);
      before = now;
    }
    if (rows.isEmpty()) {
      endsShort();
    }
    return new Page(rows, slowest);
  }

  @Override
  public void close() {
    iterator.close();
    options.close();
    upper.close();
    lower.close();
  }
}
