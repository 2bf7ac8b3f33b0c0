package org.restante.rocksdb.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.BloomFilter;
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
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Rows read, and written, by RocksDB itself. */
public final class RawRows {
  private RawRows() {}

  /**
   * Nanoseconds that an iteration over a range of the rows of a closed store takes; checks their
   * number.
   */
  public static long iterate(Path directory, byte[] from, byte[] to, int rows)
      throws RocksDBException {
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

  /** A database of its own that takes rows as long as those of flags, a synced batch at a time. */
  public static final class Batches implements AutoCloseable {
    private static final int KEY = 25;
    private static final int VALUE = 9;

    private final BloomFilter bloom = new BloomFilter(10);
    private final Options options =
        new Options()
            .setCreateIfMissing(true)
            .useFixedLengthPrefixExtractor(Long.BYTES)
            .setMemtablePrefixBloomSizeRatio(0.05)
            .setWriteBufferSize(32 << 20);
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final RocksDB db;

    /** Opens it in a directory. */
    public Batches(Path directory) throws RocksDBException, IOException {
      db = RocksDB.open(options, Files.createDirectories(directory).toString());
    }

    /** Writes as many rows, in their order. */
    public void write(int messages, int round) throws RocksDBException {
      try (WriteBatch batch = new WriteBatch()) {
        for (int i = 0; i < messages; i++) {
          byte[] key = new byte[KEY];
          key[7] = 1;
          key[8] = 3;
          key[16] = 1;
          key[23] = (byte) (i >> 8);
          key[24] = (byte) i;
          byte[] value = new byte[VALUE];
          value[0] = (byte) round;
          batch.put(key, value);
        }
        db.write(synced, batch);
      }
    }

    @Override
    public void close() {
      db.close();
      synced.close();
      options.close();
      bloom.close();
    }
  }
}
