package org.restante.rocksdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyRange;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;

/** A batch, collected in the heap and written at once. */
final class RocksBatch implements Batch {
  private final Commits commits;
  private final long account;
  private final Changes changes = new Changes();
  private final List<Guard> guards = new ArrayList<>();
  private final SortedMap<BlobId, Map<Long, Optional<byte[]>>> links =
      new TreeMap<>((one, other) -> Arrays.compareUnsigned(one.octets(), other.octets()));
  private int operations;
  private long octets;
  private boolean large;
  private boolean ended;

  /** A row that must have a value, or null: must not be there. */
  @SuppressWarnings("ArrayRecordComponent")
  record Guard(byte[] row, byte @Nullable [] expected) {}

  RocksBatch(Commits commits, long account) {
    this.commits = commits;
    this.account = account;
  }

  @Override
  public Batch guard(byte[] key, byte @Nullable [] expected) {
    guards.add(new Guard(row(key), expected == null ? null : expected.clone()));
    return this;
  }

  @Override
  public Batch put(byte[] key, byte[] value) {
    check("a value", value.length, RocksKeyValueEngine.CAPABILITIES.valueOctets());
    changes.put(Table.ROWS, row(key), value.clone());
    return counted(key.length + (long) value.length);
  }

  @Override
  public Batch delete(byte[] key) {
    changes.delete(Table.ROWS, row(key));
    return counted(key.length);
  }

  @Override
  public Batch deleteRange(KeyRange range) {
    byte[] to = range.to();
    byte[] from = Schema.row(account, range.from());
    byte[] end = to == null ? Schema.rowsEnd(account) : Schema.row(account, to);
    if (Arrays.compareUnsigned(from, end) < 0) {
      changes.deleteRange(Table.ROWS, from, end);
    }
    return counted(from.length + (long) end.length);
  }

  @Override
  public Batch link(BlobId blob, long owner, byte[] about) {
    check("about a link", about.length, ABOUT);
    return link(blob, owner, Optional.of(about.clone()));
  }

  @Override
  public Batch unlink(BlobId blob, long owner) {
    return link(blob, owner, Optional.empty());
  }

  private Batch link(BlobId blob, long owner, Optional<byte[]> about) {
    links.computeIfAbsent(blob, none -> new HashMap<>()).put(owner, about);
    return counted(BlobId.LENGTH + Long.BYTES);
  }

  @Override
  public int operations() {
    return operations;
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
    check("a batch", octets, RocksKeyValueEngine.CAPABILITIES.batchOctets());
    check(
        "the operations of a batch",
        operations,
        RocksKeyValueEngine.CAPABILITIES.batchOperations());
    return commits.commit(this, durability);
  }

  @Override
  public void close() {
    ended = true;
    if (large) {
      large = false;
      commits.large().leave();
    }
  }

  long account() {
    return account;
  }

  Changes changes() {
    return changes;
  }

  List<Guard> guards() {
    return guards;
  }

  SortedMap<BlobId, Map<Long, Optional<byte[]>>> links() {
    return links;
  }

  private Batch counted(long added) {
    operations++;
    octets += added;
    if (!large && LargeBatches.isLarge(operations, octets)) {
      commits.large().enter();
      large = true;
    }
    return this;
  }

  private byte[] row(byte[] key) {
    check("a key", key.length, RocksKeyValueEngine.CAPABILITIES.keyOctets());
    return Schema.row(account, key);
  }

  private static void check(String what, long size, long limit) {
    if (size > limit) {
      throw new EngineException(what + " may have " + limit + ", not " + size, null);
    }
  }
}
