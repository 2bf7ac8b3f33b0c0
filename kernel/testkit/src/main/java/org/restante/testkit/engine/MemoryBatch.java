package org.restante.testkit.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineCapabilities;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyRange;

/** Collects operations and applies them to the persistent map in one step. */
final class MemoryBatch implements Batch {
  private final MemoryEngine engine;
  private final long partition;
  private final MemoryRows rows;
  private final List<Guard> guards = new ArrayList<>();
  private final List<UnaryOperator<TreePMap<byte[], byte[]>>> changes = new ArrayList<>();
  private final List<LinkChange> links = new ArrayList<>();
  private long octets;
  private boolean ended;

  MemoryBatch(MemoryEngine engine, long partition, MemoryRows rows) {
    this.engine = engine;
    this.partition = partition;
    this.rows = rows;
  }

  @Override
  public Batch guard(byte[] key, byte @Nullable [] expected) {
    guards.add(new Guard(key.clone(), expected == null ? null : expected.clone()));
    return this;
  }

  @Override
  public Batch put(byte[] key, byte[] value) {
    check("key", key.length, engine.capabilities().keyOctets());
    check("value", value.length, engine.capabilities().valueOctets());
    byte[] ownKey = key.clone();
    byte[] ownValue = value.clone();
    octets += key.length + value.length;
    changes.add(map -> map.plus(ownKey, ownValue));
    return this;
  }

  @Override
  public Batch delete(byte[] key) {
    byte[] ownKey = key.clone();
    octets += key.length;
    changes.add(map -> map.minus(ownKey));
    return this;
  }

  @Override
  public Batch deleteRange(KeyRange range) {
    octets += range.from().length;
    changes.add(map -> map.minusAll(MemoryReader.select(map, range).keySet()));
    return this;
  }

  @Override
  public Batch link(BlobId blob, long owner, byte[] about) {
    check("about a link", about.length, ABOUT);
    links.add(new LinkChange(blob, new LinkOwner(partition, owner), about.clone()));
    return this;
  }

  @Override
  public Batch unlink(BlobId blob, long owner) {
    links.add(new LinkChange(blob, new LinkOwner(partition, owner), null));
    return this;
  }

  @Override
  public int operations() {
    return changes.size() + links.size();
  }

  @Override
  public long octets() {
    return octets;
  }

  @Override
  public CommitResult commit(Durability durability) {
    if (ended) {
      throw new IllegalStateException("a batch commits once, before it is closed");
    }
    ended = true;
    EngineCapabilities limits = engine.capabilities();
    check("batch", octets, limits.batchOctets());
    check("batch operations", operations(), limits.batchOperations());
    return engine.exclusively(this::apply);
  }

  @Override
  public void close() {
    ended = true;
  }

  private CommitResult apply() {
    TreePMap<byte[], byte[]> map = rows.map();
    for (Guard guard : guards) {
      if (!Arrays.equals(map.get(guard.key), guard.expected)) {
        return CommitResult.GUARD_FAILED;
      }
    }
    for (UnaryOperator<TreePMap<byte[], byte[]>> change : changes) {
      map = change.apply(map);
    }
    engine.memoryBlobs().apply(links);
    rows.replace(map);
    return CommitResult.COMMITTED;
  }

  private static void check(String what, long size, long limit) {
    if (size > limit) {
      throw new EngineException(what + " of " + size + " is above " + limit, null);
    }
  }

  record LinkOwner(long partition, long owner) {}

  /** A link as it shall be; without {@code about} it is taken back. */
  @SuppressWarnings("ArrayRecordComponent") // own copies, never compared
  record LinkChange(BlobId blob, LinkOwner owner, byte @Nullable [] about) {
    boolean linked() {
      return about != null;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // own copies, never compared
  private record Guard(byte[] key, byte @Nullable [] expected) {}
}
