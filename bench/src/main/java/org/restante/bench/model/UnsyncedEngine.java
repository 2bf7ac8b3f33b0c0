package org.restante.bench.model;

import java.util.List;
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
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionSnapshot;
import org.restante.keyvalue.RowVisitor;

/** An engine that waits for the disk in no commit: what is right does not depend on it. */
record UnsyncedEngine(KeyValueEngine real) implements KeyValueEngine {

  @Override
  public Partition partition(long accountId) {
    return new UnsyncedPartition(real.partition(accountId));
  }

  @Override
  public BlobStore blobs() {
    return real.blobs();
  }

  @Override
  public EngineCapabilities capabilities() {
    return real.capabilities();
  }

  private record UnsyncedPartition(Partition real) implements Partition {

    @Override
    public PartitionSnapshot snapshot() {
      return real.snapshot();
    }

    @Override
    public Batch batch() {
      return new UnsyncedBatch(real.batch());
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
    public int scan(KeyRange range, PartitionReader.Order order, int limit, RowVisitor visitor) {
      return real.scan(range, order, limit, visitor);
    }
  }

  private record UnsyncedBatch(Batch real) implements Batch {

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
    public Batch putMirrored(byte[] key, byte[] value) {
      real.putMirrored(key, value);
      return this;
    }

    @Override
    public Batch delete(byte[] key) {
      real.delete(key);
      return this;
    }

    @Override
    public Batch deleteMirrored(byte[] key) {
      real.deleteMirrored(key);
      return this;
    }

    @Override
    public Batch deleteRange(KeyRange range) {
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
      return real.commit(Durability.BUFFERED);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
