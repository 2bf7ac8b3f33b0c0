package org.restante.testkit.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.pcollections.TreePMap;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionSnapshot;

/** One account's rows in memory. */
final class MemoryPartition extends MemoryReader implements Partition {
  private final MemoryEngine engine;
  private final long id;
  private final MemoryRows rows;

  MemoryPartition(MemoryEngine engine, long id, MemoryRows rows) {
    super(whileOpen(engine, rows::map));
    this.engine = engine;
    this.id = id;
    this.rows = rows;
  }

  @Override
  public PartitionSnapshot snapshot() {
    engine.checkOpen();
    return new Snapshot(engine, rows.map());
  }

  @Override
  public Batch batch() {
    engine.checkOpen();
    return new MemoryBatch(engine, id, rows);
  }

  private static Supplier<TreePMap<byte[], byte[]>> whileOpen(
      MemoryEngine engine, Supplier<TreePMap<byte[], byte[]>> map) {
    return () -> {
      engine.checkOpen();
      return map.get();
    };
  }

  private static final class Snapshot extends MemoryReader implements PartitionSnapshot {
    private final AtomicBoolean closed;

    Snapshot(MemoryEngine engine, TreePMap<byte[], byte[]> map) {
      this(engine, map, new AtomicBoolean());
    }

    private Snapshot(MemoryEngine engine, TreePMap<byte[], byte[]> map, AtomicBoolean closed) {
      super(
          whileOpen(
              engine,
              () -> {
                if (closed.get()) {
                  throw new IllegalStateException("the snapshot is closed");
                }
                return map;
              }));
      this.closed = closed;
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }
}
