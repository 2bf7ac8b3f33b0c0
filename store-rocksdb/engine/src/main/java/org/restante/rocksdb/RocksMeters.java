package org.restante.rocksdb;

/** Every meter of this bundle. */
public enum RocksMeters {
  /** Timer, by durability: from the call of commit to its return. */
  COMMIT("restante.commit", ""),
  /** Summary, by durability: operations of a batch. */
  COMMIT_BATCH("restante.commit.batch", "operations"),
  /** Timer, by kind (full, range): all reads of one open content. */
  BLOB_READ("restante.blob.read", ""),
  /**
   * Gauge, by kind: octets of contents without a link that wait for collection (content), and
   * octets of blob files that nothing refers to (file).
   */
  BLOB_GARBAGE("restante.blob.garbage", "bytes"),
  /** Counter, by kind: octets that collection has removed (content) or moved out of (file). */
  GC_RECLAIMED("restante.gc.reclaimed", "bytes"),
  /** Timer, by kind (content, file): rounds of collection, and of giving room back. */
  GC("restante.gc", ""),
  /** Gauge, by kind: unique (contents, each once, before compression), physical (all files). */
  STORAGE_SIZE("restante.storage.size", "bytes"),
  /** Gauge: room on the file system. */
  STORAGE_FREE("restante.storage.free", "bytes"),
  /** Gauge, by cf: sorted files. */
  SST_SIZE("restante.rocksdb.sst.size", "bytes"),
  /** Gauge, by cf: blob files. */
  BLOB_SIZE("restante.rocksdb.blob.size", "bytes"),
  /** Gauge, by cf: memtables. */
  MEMTABLE_SIZE("restante.rocksdb.memtable.size", "bytes"),
  /** Gauge, by cf: what compaction has before it. */
  COMPACTION_PENDING("restante.rocksdb.compaction.pending", "bytes"),
  /** Gauge: the part of the memory budget in use. */
  CACHE_USAGE("restante.rocksdb.cache.usage", "bytes"),
  /** Counter, by result (hit, miss): blocks asked for. */
  CACHE_REQUESTS("restante.rocksdb.cache.requests", ""),
  /** Gauge: the write-ahead log. */
  WAL_SIZE("restante.rocksdb.wal.size", "bytes"),
  /** Counter: time in which RocksDB held writers back. */
  STALL("restante.rocksdb.stall", "seconds"),
  /** Gauge, by what (letters, writes): 1 while the disk is too full for them, else 0. */
  STORAGE_REFUSING("restante.storage.refusing", ""),
  /** Counter: flushes and compactions that failed. */
  BACKGROUND_ERRORS("restante.rocksdb.background.errors", ""),
  /** Timer, by kind (full, incremental, verify) and result (ok, failed): of a backup. */
  BACKUP("restante.backup", ""),
  /** Gauge: when the last backup was taken, since 1970; shown with a schedule, or after one. */
  BACKUP_LAST_SUCCESS("restante.backup.last.success", "seconds");

  private final String meter;
  private final String unit;

  RocksMeters(String meter, String unit) {
    this.meter = meter;
    this.unit = unit;
  }

  /** The meter's name. */
  public String meter() {
    return meter;
  }

  /** The base unit; empty: that of its type, or none. */
  public String unit() {
    return unit;
  }
}
