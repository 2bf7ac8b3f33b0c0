package org.restante.rocksdb.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** A read by key, in the two ways of making it. */
sealed interface Lookup<T> {

  /** Row by row: for what is in memory, or few. */
  @Nullable T each(RocksDB db, ReadOptions options) throws RocksDBException;

  /** All in one call, which reads from the disk whatever the options say. */
  @Nullable T together(RocksDB db, ReadOptions options) throws RocksDBException;

  /** Whether one call for all costs less, wherever the rows are. */
  boolean isLarge();

  /** One row. */
  @SuppressWarnings("ArrayRecordComponent")
  record Get(ColumnFamilyHandle family, byte[] key) implements Lookup<byte[]> {

    @Override
    public byte @Nullable [] each(RocksDB db, ReadOptions options) throws RocksDBException {
      return db.get(family, options, key);
    }

    @Override
    public byte @Nullable [] together(RocksDB db, ReadOptions options) throws RocksDBException {
      return db.get(family, options, key);
    }

    @Override
    public boolean isLarge() {
      return false;
    }
  }

  /** Many rows. */
  record GetMany(ColumnFamilyHandle family, List<byte[]> keys)
      implements Lookup<List<byte @Nullable []>> {
    private static final int FEW = 8;

    @Override
    public List<byte @Nullable []> each(RocksDB db, ReadOptions options) throws RocksDBException {
      List<byte @Nullable []> values = new ArrayList<>(keys.size());
      for (byte[] key : keys) {
        values.add(db.get(family, options, key));
      }
      return values;
    }

    /**
     * Multi-get returns null for a row that it can't read: a second look tells that from absence.
     */
    @Override
    public List<byte @Nullable []> together(RocksDB db, ReadOptions options)
        throws RocksDBException {
      if (keys.isEmpty()) {
        return List.of();
      }
      List<byte @Nullable []> values =
          new ArrayList<>(
              db.multiGetAsList(options, Collections.nCopies(keys.size(), family), keys));
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) == null) {
          values.set(i, db.get(family, options, keys.get(i)));
        }
      }
      return values;
    }

    @Override
    public boolean isLarge() {
      return keys.size() > FEW;
    }
  }
}
