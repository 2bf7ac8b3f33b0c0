package org.restante.rocksdb.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.table.Schema.Table;

/** What the tests of the tables share. */
final class Tables {
  static final Tuning TUNING = new Tuning(32 << 20, 4, 2, Compression.NONE, Compression.ZSTD);

  private Tables() {}

  static byte[] octets(String text) {
    return text.getBytes(US_ASCII);
  }

  static String text(byte @Nullable [] octets) {
    return octets == null ? "(none)" : new String(octets, US_ASCII);
  }

  /** The rows of account 1 named k00000, k00001 and so on. */
  static byte[] key(int number) {
    return Schema.row(1, octets("k%05d".formatted(number)));
  }

  /** Writes rows with values of 100 octets. */
  static void fill(Database database, int rows) {
    Changes changes = new Changes();
    for (int i = 0; i < rows; i++) {
      changes.put(Table.ROWS, key(i), octets("%0100d".formatted(i)));
    }
    database.write(changes, false);
  }

  static List<Integer> numbers(Database database, Span span, @Nullable View view) {
    List<Integer> numbers = new ArrayList<>();
    database.scan(
        span, view, (key, value) -> numbers.add(Integer.valueOf(text(RowReader.copy(value)))));
    return numbers;
  }

  static Span span(int from, int to, Order order, int limit) {
    return new Span(Table.ROWS, key(from), key(to), order, limit);
  }
}
