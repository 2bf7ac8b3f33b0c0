package org.restante.rocksdb.table;

import java.util.Arrays;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.table.Schema.Table;

/**
 * What a scan visits.
 *
 * @param table the table
 * @param from the lowest key
 * @param to the first key behind
 * @param order the direction
 * @param limit at most so many rows
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
public record Span(Table table, byte[] from, byte[] to, Order order, int limit) {

  /** Upwards, all of it. */
  public static Span of(Table table, byte[] from, byte[] to) {
    return new Span(table, from, to, Order.ASCENDING, Integer.MAX_VALUE);
  }

  boolean isEmpty() {
    return limit <= 0 || Arrays.compareUnsigned(from, to) >= 0;
  }

  /** The same with fewer rows. */
  Span atMost(int rows) {
    return rows < limit ? new Span(table, from, to, order, rows) : this;
  }

  /** What is left behind a visited row. */
  Span after(byte[] key, int visited) {
    return order == Order.ASCENDING
        ? new Span(table, Arrays.copyOf(key, key.length + 1), to, order, limit - visited)
        : new Span(table, from, key, order, limit - visited);
  }
}
