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

  /** Fails as incomplete where it would have to wait for the disk. */
  @Nullable T cached(RocksDB db, ReadOptions options) throws RocksDBException;

  /** Waits for the disk. */
  @Nullable T waiting(RocksDB db, ReadOptions options) throws RocksDBException;

  /** One row. */
  @SuppressWarnings("ArrayRecordComponent")
  record Get(ColumnFamilyHandle family, byte[] key) implements Lookup<byte[]> {

    @Override
    public byte @Nullable [] cached(RocksDB db, ReadOptions options) throws RocksDBException {
      return db.get(family, options, key);
    }

    @Override
    public byte @Nullable [] waiting(RocksDB db, ReadOptions options) throws RocksDBException {
      return db.get(family, options, key);
    }
  }

  /** Many rows. RocksDB's multi-get reads from the disk in any case, so only one way uses it. */
  record GetMany(ColumnFamilyHandle family, List<byte[]> keys)
      implements Lookup<List<byte @Nullable []>> {

    @Override
    public List<byte @Nullable []> cached(RocksDB db, ReadOptions options) throws RocksDBException {
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
    public List<byte @Nullable []> waiting(RocksDB db, ReadOptions options)
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
  }
}
