package org.restante.bench.growth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.UInt64AddOperator;

/** The rows of a store that is closed, read by RocksDB itself. */
final class RawRows {
  private RawRows() {}

  /** Nanoseconds that an iteration over a range of the rows takes; checks their number. */
  static long iterate(Path directory, byte[] from, byte[] to, int rows) throws RocksDBException {
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try (UInt64AddOperator add = new UInt64AddOperator();
        ColumnFamilyOptions options = new ColumnFamilyOptions().setMergeOperator(add);
        DBOptions database = new DBOptions();
        RocksDB db =
            RocksDB.openReadOnly(
                database, directory.toString(), families(directory, options), handles)) {
      try {
        return iterate(db, rowsOf(handles), from, to, rows);
      } finally {
        handles.forEach(ColumnFamilyHandle::close);
      }
    }
  }

  private static long iterate(
      RocksDB db, ColumnFamilyHandle family, byte[] from, byte[] to, int rows) {
    long start = System.nanoTime();
    int seen = 0;
    long sum = 0;
    try (Slice end = new Slice(to);
        ReadOptions options = new ReadOptions().setIterateUpperBound(end);
        RocksIterator iterator = db.newIterator(family, options)) {
      for (iterator.seek(from); iterator.isValid(); iterator.next()) {
        sum += iterator.key().length + iterator.value().length;
        seen++;
      }
    }
    long nanos = System.nanoTime() - start;
    if (seen != rows || sum == 0) {
      throw new IllegalStateException(seen + " rows instead of " + rows);
    }
    return nanos;
  }

  private static List<ColumnFamilyDescriptor> families(Path directory, ColumnFamilyOptions options)
      throws RocksDBException {
    try (Options any = new Options()) {
      return RocksDB.listColumnFamilies(any, directory.toString()).stream()
          .map(name -> new ColumnFamilyDescriptor(name, options))
          .toList();
    }
  }

  private static ColumnFamilyHandle rowsOf(List<ColumnFamilyHandle> handles)
      throws RocksDBException {
    for (ColumnFamilyHandle handle : handles) {
      if (Arrays.equals(handle.getName(), "rows".getBytes(StandardCharsets.US_ASCII))) {
        return handle;
      }
    }
    throw new IllegalStateException("the database has no rows");
  }
}
