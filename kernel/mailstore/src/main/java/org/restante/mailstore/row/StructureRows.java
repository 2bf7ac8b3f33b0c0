package org.restante.mailstore.row;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.schema.Schema;

/**
 * Reads the structures of a page of messages: by scans where they lie close together, as those of
 * letters do that came into one mailbox one after the other; else each by its key.
 */
public final class StructureRows {
  private static final long SPARSE = 2; // rows that a scan may pass for each that is wanted
  private static final int AT_ONCE = 64;

  private StructureRows() {}

  /**
   * The rows of these messages in their order, null where there is none; not those of the last
   * ones, where the first have so many octets together.
   */
  public static List<byte @Nullable []> read(PartitionReader reader, long[] messages, int octets) {
    List<byte @Nullable []> rows = new ArrayList<>(messages.length);
    long left = octets;
    while (rows.size() < messages.length && left > 0) {
      int end = Math.min(messages.length, rows.size() + AT_ONCE);
      for (byte[] row : read(reader, Arrays.copyOfRange(messages, rows.size(), end))) {
        rows.add(row);
        left -= row == null ? 0 : row.length;
      }
    }
    return rows;
  }

  private static List<byte @Nullable []> read(PartitionReader reader, long[] messages) {
    long first = Arrays.stream(messages).min().orElse(0);
    long last = Arrays.stream(messages).max().orElse(0);
    return last - first < SPARSE * messages.length
        ? scanned(reader, messages, first, (int) (last - first) + 1)
        : reader.getMany(Arrays.stream(messages).mapToObj(Schema::structureKey).toList());
  }

  private static List<byte @Nullable []> scanned(
      PartitionReader reader, long[] messages, long first, int span) {
    byte[] @Nullable [] rows = new byte[span][];
    reader.scan(
        Schema.structures(first, first + span - 1),
        Order.ASCENDING,
        span,
        (key, value) -> {
          rows[(int) (Schema.number(key) - first)] = octets(value);
          return true;
        });
    return Arrays.stream(messages).mapToObj(message -> rows[(int) (message - first)]).toList();
  }

  private static byte[] octets(ByteBuffer value) {
    byte[] octets = new byte[value.remaining()];
    value.get(value.position(), octets);
    return octets;
  }
}
