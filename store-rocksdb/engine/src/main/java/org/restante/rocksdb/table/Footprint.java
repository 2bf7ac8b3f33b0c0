package org.restante.rocksdb.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.restante.rocksdb.table.Schema.Table;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.TickerType;

/** What the database takes, in octets, for the meters. Zero when it is closed. */
public final class Footprint {
  private final Database database;
  private final Path directory;
  private final RocksDB db;
  private final Native natives;

  /** Sizes that RocksDB knows by table. */
  public enum Size {
    /** Sorted files. */
    SST("rocksdb.total-sst-files-size"),
    /** Blob files. */
    BLOB("rocksdb.total-blob-file-size"),
    /** Blob files as far as a table still refers to them. */
    LIVE_BLOB("rocksdb.live-blob-file-size"),
    /** What of those nothing refers to. */
    BLOB_GARBAGE("rocksdb.live-blob-file-garbage-size"),
    /** Memtables that are not yet flushed. */
    MEMTABLE("rocksdb.cur-size-all-mem-tables"),
    /** What compaction would have to rewrite to be done. */
    COMPACTION_PENDING("rocksdb.estimate-pending-compaction-bytes");

    private final String property;

    Size(String property) {
      this.property = property;
    }
  }

  /** What RocksDB counts since it was opened. */
  public enum Count {
    /** Blocks found in the cache. */
    CACHE_HITS(TickerType.BLOCK_CACHE_HIT),
    /** Blocks read from files. */
    CACHE_MISSES(TickerType.BLOCK_CACHE_MISS),
    /** Microseconds in which writers were held back. */
    STALL_MICROS(TickerType.STALL_MICROS),
    /** Flushes and compactions that failed. */
    BACKGROUND_ERRORS(TickerType.ERROR_HANDLER_BG_ERROR_COUNT),
    /** Calls of fsync for the write-ahead log. */
    WAL_SYNCS(TickerType.WAL_FILE_SYNCED);

    private final TickerType ticker;

    Count(TickerType ticker) {
      this.ticker = ticker;
    }
  }

  Footprint(Database database, Path directory, RocksDB db, Native natives) {
    this.database = database;
    this.directory = directory;
    this.db = db;
    this.natives = natives;
  }

  /** A size of one table. */
  public long size(Table table, Size size) {
    return ask(
        () -> {
          try {
            return db.getLongProperty(database.family(table), size.property);
          } catch (RocksDBException e) {
            throw Failures.of(size.property, e);
          }
        });
  }

  /** A count since the database was opened. */
  public long count(Count count) {
    return ask(() -> natives.statistics.getTickerCount(count.ticker));
  }

  /** The part of the memory budget that is in use. */
  public long cacheUsage() {
    return ask(natives.cache::getUsage);
  }

  /** The write-ahead log. */
  public long walSize() {
    return filesSize(".log");
  }

  /** All files. */
  public long filesSize() {
    return filesSize("");
  }

  /** Room that the file system has left for us. */
  public long free() {
    return directory.toFile().getUsableSpace();
  }

  private long filesSize(String suffix) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(suffix) && Files.isRegularFile(file))
          .mapToLong(Footprint::size)
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  /** Files come and go meanwhile. */
  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private long ask(LongSupplier question) {
    long[] answer = new long[1];
    database.ifOpen(() -> answer[0] = question.getAsLong());
    return answer[0];
  }
}
