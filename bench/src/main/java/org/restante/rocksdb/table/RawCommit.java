package org.restante.rocksdb.table;

import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** What one commit of the store wrote, as it is in the write-ahead log. */
public final class RawCommit {
  private final List<Operation> operations = new ArrayList<>();

  private enum Kind {
    PUT,
    MERGE,
    DELETE,
    DELETE_RANGE
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Operation(Kind kind, int family, byte[] key, byte[] value) {}

  RawCommit(WriteBatch batch) throws RocksDBException {
    try (Reader reader = new Reader()) {
      batch.iterate(reader);
    }
  }

  /** Whether it brings the octets of a letter. */
  public boolean hasContent() {
    return operations.stream().anyMatch(op -> op.family == Schema.Table.CHUNKS.ordinal());
  }

  /** Octets of keys and values. */
  public long octets() {
    return operations.stream().mapToLong(op -> op.key.length + op.value.length).sum();
  }

  void fill(WriteBatch batch, List<ColumnFamilyHandle> families) throws RocksDBException {
    for (Operation op : operations) {
      ColumnFamilyHandle family = families.get(op.family);
      switch (op.kind) {
        case PUT -> batch.put(family, op.key, op.value);
        case MERGE -> batch.merge(family, op.key, op.value);
        case DELETE -> batch.delete(family, op.key);
        case DELETE_RANGE -> batch.deleteRange(family, op.key, op.value);
      }
    }
  }

  /** Tables are numbered in the order in which they were made: that of the schema. */
  private final class Reader extends WriteBatch.Handler {

    @Override
    public void put(int family, byte[] key, byte[] value) {
      operations.add(new Operation(Kind.PUT, family, key, value));
    }

    @Override
    public void put(byte[] key, byte[] value) {
      put(0, key, value);
    }

    @Override
    public void merge(int family, byte[] key, byte[] value) {
      operations.add(new Operation(Kind.MERGE, family, key, value));
    }

    @Override
    public void merge(byte[] key, byte[] value) {
      merge(0, key, value);
    }

    @Override
    public void delete(int family, byte[] key) {
      operations.add(new Operation(Kind.DELETE, family, key, new byte[0]));
    }

    @Override
    public void delete(byte[] key) {
      delete(0, key);
    }

    @Override
    public void singleDelete(int family, byte[] key) {
      throw unexpected();
    }

    @Override
    public void singleDelete(byte[] key) {
      throw unexpected();
    }

    @Override
    public void deleteRange(int family, byte[] from, byte[] to) {
      operations.add(new Operation(Kind.DELETE_RANGE, family, from, to));
    }

    @Override
    public void deleteRange(byte[] from, byte[] to) {
      deleteRange(0, from, to);
    }

    @Override
    public void putBlobIndex(int family, byte[] key, byte[] value) {
      throw unexpected();
    }

    @Override
    public void logData(byte[] octets) {}

    @Override
    public void markBeginPrepare() {}

    @Override
    public void markEndPrepare(byte[] name) {}

    @Override
    public void markNoop(boolean empty) {}

    @Override
    public void markRollback(byte[] name) {}

    @Override
    public void markCommit(byte[] name) {}

    @Override
    public void markCommitWithTimestamp(byte[] name, byte[] time) {}

    private static IllegalStateException unexpected() {
      return new IllegalStateException("the store does not write this");
    }
  }
}
