package org.restante.rocksdb.table;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.LongSupplier;
import org.restante.rocksdb.table.Schema.Table;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.TickerType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the database takes, in octets, for the meters. Zero when it is closed. */
public final class Footprint {
  private static final Logger log = LoggerFactory.getLogger(Footprint.class);

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

  /** Files come and go meanwhile. */
  private long filesSize(String suffix) {
    long[] sum = new long[1];
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum[0] += file.toString().endsWith(suffix) ? attributes.size() : 0;
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      log.debug("The files in {} can't be counted", directory, e);
    }
    return sum[0];
  }

  private long ask(LongSupplier question) {
    long[] answer = new long[1];
    database.ifOpen(() -> answer[0] = question.getAsLong());
    return answer[0];
  }
}
