package org.restante.mailstore.row;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;

/** Reads a range in pages: memory does not grow with it, and rows may be written meanwhile. */
public final class RowPages {

  /** Rows of a page, where the caller does not say. */
  public static final int ROWS = 200;

  private RowPages() {}

  /** Visits all rows of a range by pages, outside of the engine. */
  public static void visit(PartitionReader reader, KeyRange range, Consumer<List<Row>> visitor) {
    List<Row> page = page(reader, range, ROWS);
    while (!page.isEmpty()) {
      visitor.accept(page);
      page =
          page.size() < ROWS
              ? List.of()
              : page(reader, range.after(page.getLast().octetsOfKey()), ROWS);
    }
  }

  /** Visits the rows of a range from the last one on, while the visitor wants more. */
  public static void latestFirst(PartitionReader reader, KeyRange range, Predicate<Row> visitor) {
    List<Row> page = page(reader, range, Order.DESCENDING, ROWS);
    while (!page.isEmpty()) {
      for (Row row : page) {
        if (!visitor.test(row)) {
          return;
        }
      }
      page = page(reader, range.before(page.getLast().octetsOfKey()), Order.DESCENDING, ROWS);
    }
  }

  /** The first rows of a range. */
  public static List<Row> page(PartitionReader reader, KeyRange range, int rows) {
    return page(reader, range, Order.ASCENDING, rows);
  }

  private static List<Row> page(PartitionReader reader, KeyRange range, Order order, int rows) {
    List<Row> page = new ArrayList<>();
    reader.scan(range, order, rows, (key, value) -> page.add(new Row(copy(key), copy(value))));
    return page;
  }

  private static ByteBuffer copy(ByteBuffer octets) {
    return ByteBuffer.allocate(octets.remaining()).put(octets.duplicate()).flip();
  }

  /** A row that is the visitor's to keep. */
  public record Row(ByteBuffer key, ByteBuffer value) {

    public byte[] octetsOfKey() {
      return key.array();
    }

    public byte[] octetsOfValue() {
      return value.array();
    }
  }
}
