package org.restante.rocksdb.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.restante.rocksdb.table.Schema.Table;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.TransactionLogIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** The store's database with nothing of the store above RocksDB. Thread-safe. */
public final class RawDatabase implements AutoCloseable {
  private final Native natives;
  private final RocksDB db;
  private final List<ColumnFamilyHandle> families = new ArrayList<>();
  private final WriteOptions synced = new WriteOptions().setSync(true);
  private final WriteOptions buffered = new WriteOptions();

  private RawDatabase(Path directory, Tuning tuning, boolean keepLog)
      throws IOException, RocksDBException {
    Files.createDirectories(directory);
    RocksDB.loadLibrary();
    natives = new Native(tuning);
    natives.options.setAvoidFlushDuringRecovery(keepLog);
    List<ColumnFamilyDescriptor> tables =
        Arrays.stream(Table.values())
            .map(table -> new ColumnFamilyDescriptor(table.family(), natives.options(table)))
            .toList();
    db = RocksDB.open(natives.options, directory.toString(), tables, families);
  }

  /** Opens the database of a directory, and makes it where there is none. */
  public static RawDatabase open(Path directory, Tuning tuning)
      throws IOException, RocksDBException {
    return new RawDatabase(directory, tuning, false);
  }

  /** What was committed to a database since it was made, as long as its first log is there. */
  public static List<RawCommit> recorded(Path directory, Tuning tuning)
      throws IOException, RocksDBException {
    List<RawCommit> commits = new ArrayList<>();
    try (RawDatabase raw = new RawDatabase(directory, tuning, true);
        TransactionLogIterator log = raw.db.getUpdatesSince(1)) {
      for (; log.isValid(); log.next()) {
        try (WriteBatch batch = log.getBatch().writeBatch()) {
          commits.add(new RawCommit(batch));
        }
      }
      log.status();
    }
    return commits;
  }

  /** Writes a commit, durably or not. */
  public void write(RawCommit commit, boolean sync) throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      commit.fill(batch, families);
      db.write(sync ? synced : buffered, batch);
    }
  }

  /** Reads the rows of an account's key range, keys and values; how many there are. */
  public long iterate(long account, byte[] from, byte[] to) {
    long rows = 0;
    try (Slice upper = new Slice(Schema.row(account, to));
        ReadOptions options = new ReadOptions().setIterateUpperBound(upper);
        RocksIterator iterator = db.newIterator(families.get(Table.ROWS.ordinal()), options)) {
      for (iterator.seek(Schema.row(account, from)); iterator.isValid(); iterator.next()) {
        rows += iterator.key().length > 0 && iterator.value().length > 0 ? 1 : 0;
      }
    }
    return rows;
  }

  @Override
  public void close() {
    families.forEach(ColumnFamilyHandle::close);
    db.close();
    synced.close();
    buffered.close();
    natives.close();
  }
}
