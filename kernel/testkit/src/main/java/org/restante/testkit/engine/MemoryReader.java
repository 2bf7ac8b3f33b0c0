package org.restante.testkit.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.RowVisitor;

/** Reads of a map, whichever the supplier gives at the time of the call. */
class MemoryReader implements PartitionReader {
  private static final byte SCRAWL = (byte) 0xa5;

  private final Supplier<TreePMap<byte[], byte[]>> rows;

  MemoryReader(Supplier<TreePMap<byte[], byte[]>> rows) {
    this.rows = rows;
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    byte[] value = rows.get().get(key);
    return value == null ? null : value.clone();
  }

  @Override
  public List<byte @Nullable []> getMany(List<byte[]> keys) {
    TreePMap<byte[], byte[]> map = rows.get();
    List<byte @Nullable []> values = new ArrayList<>(keys.size());
    for (byte[] key : keys) {
      byte[] value = map.get(key);
      values.add(value == null ? null : value.clone());
    }
    return values;
  }

  @Override
  public int scan(KeyRange range, Order order, int limit, RowVisitor visitor) {
    TreePMap<byte[], byte[]> selected = select(rows.get(), range);
    if (order == Order.DESCENDING) {
      selected = selected.descendingMap();
    }
    int visited = 0;
    for (Map.Entry<byte[], byte[]> row : selected.entrySet()) {
      if (visited == limit) {
        break;
      }
      visited++;
      if (!visit(row.getKey().clone(), row.getValue().clone(), visitor)) {
        break;
      }
    }
    return visited;
  }

  static TreePMap<byte[], byte[]> select(TreePMap<byte[], byte[]> rows, KeyRange range) {
    TreePMap<byte[], byte[]> from = rows.tailMap(range.from(), true);
    return range.to() == null ? from : from.headMap(range.to(), false);
  }

  /** What a visitor should have copied is of no use to it afterwards. */
  private static boolean visit(byte[] key, byte[] value, RowVisitor visitor) {
    boolean goOn = visitor.row(readOnly(key), readOnly(value));
    Arrays.fill(key, SCRAWL);
    Arrays.fill(value, SCRAWL);
    return goOn;
  }

  private static ByteBuffer readOnly(byte[] octets) {
    return ByteBuffer.wrap(octets).asReadOnlyBuffer();
  }
}
