package org.restante.mailstore.account;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobId;
import org.restante.blob.BlobStore;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineCapabilities;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionSnapshot;
import org.restante.keyvalue.RowVisitor;

/** An engine whose next commit of an account ends as a test wants, and that tells what went. */
public final class FaultyEngine implements KeyValueEngine {
  private final KeyValueEngine engine;
  private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();
  private final List<KeyRange> deleted = new CopyOnWriteArrayList<>();

  public FaultyEngine(KeyValueEngine engine) {
    this.engine = engine;
  }

  /** How a commit goes wrong: gets the real one, which it may make or not. */
  @FunctionalInterface
  public interface Fault extends Function<Supplier<CommitResult>, CommitResult> {}

  /** The next commit of an account ends like this. */
  public void next(Fault fault) {
    next.set(fault);
  }

  /** The ranges that were deleted of accounts, in their order. */
  public List<KeyRange> deletedRanges() {
    return deleted;
  }

  @Override
  public Partition partition(long accountId) {
    Partition real = engine.partition(accountId);
    return accountId == SYSTEM_PARTITION ? real : new FaultyPartition(real);
  }

  @Override
  public BlobStore blobs() {
    return engine.blobs();
  }

  @Override
  public EngineCapabilities capabilities() {
    return engine.capabilities();
  }

  private final class FaultyPartition implements Partition {
    private final Partition real;

    FaultyPartition(Partition real) {
      this.real = real;
    }

    @Override
    public PartitionSnapshot snapshot() {
      return real.snapshot();
    }

    @Override
    public Batch batch() {
      return new FaultyBatch(real.batch());
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
      return real.get(key);
    }

    @Override
    public List<byte @Nullable []> getMany(List<byte[]> keys) {
      return real.getMany(keys);
    }

    @Override
    public int scan(KeyRange range, Order order, int limit, RowVisitor visitor) {
      return real.scan(range, order, limit, visitor);
    }
  }

  private final class FaultyBatch implements Batch {
    private final Batch real;

    FaultyBatch(Batch real) {
      this.real = real;
    }

    @Override
    public Batch guard(byte[] key, byte @Nullable [] expected) {
      real.guard(key, expected);
      return this;
    }

    @Override
    public Batch put(byte[] key, byte[] value) {
      real.put(key, value);
      return this;
    }

    @Override
    public Batch delete(byte[] key) {
      real.delete(key);
      return this;
    }

    @Override
    public Batch deleteRange(KeyRange range) {
      deleted.add(range);
      real.deleteRange(range);
      return this;
    }

    @Override
    public Batch link(BlobId blob, long owner, byte[] about) {
      real.link(blob, owner, about);
      return this;
    }

    @Override
    public Batch unlink(BlobId blob, long owner) {
      real.unlink(blob, owner);
      return this;
    }

    @Override
    public int operations() {
      return real.operations();
    }

    @Override
    public long octets() {
      return real.octets();
    }

    @Override
    public CommitResult commit(Durability durability) {
      Fault fault = next.getAndSet(null);
      return fault == null ? real.commit(durability) : fault.apply(() -> real.commit(durability));
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
