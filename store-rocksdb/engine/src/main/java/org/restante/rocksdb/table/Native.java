package org.restante.rocksdb.table;

import java.util.ArrayDeque;
import java.util.Deque;
import org.restante.rocksdb.table.Schema.Table;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Statistics;
import org.rocksdb.StatsLevel;
import org.rocksdb.UInt64AddOperator;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBufferManager;

/**
 * The native objects that a database is opened with, freed in the reverse order after it is closed.
 *
 * <p>Two write queues and manual WAL flushes stay off: a synced write then syncs every live WAL
 * file, which is what makes the unsynced chunks of a content durable (see the package's
 * invariants).
 */
final class Native implements AutoCloseable {
  private static final int ACCOUNT = Long.BYTES;
  private static final int HASH = 32;

  /** With so many a table in memory is written out: each reading sorts them where one is new. */
  private static final int RANGE_DELETIONS = 500;

  /**
   * Octets of a piece of an index or a filter. In one piece a filter has ten bits for each row of
   * its file and is larger than what a shard of the cache has left: it would be read again with
   * every seek.
   */
  private static final int PARTITION = 16 << 10;

  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private final Tuning tuning;
  private final BlockBasedTableConfig blocks;
  final Cache cache;
  final Statistics statistics = own(new Statistics());
  final WriteBufferManager memtables;
  final DBOptions options;

  Native(Tuning tuning) {
    this.tuning = tuning;
    this.cache = own(new LRUCache(tuning.memory(), -1, false, 0.5));
    this.memtables = own(new WriteBufferManager(tuning.memory() / 4, cache));
    this.blocks =
        new BlockBasedTableConfig()
            .setBlockCache(cache)
            .setBlockSize(16 << 10)
            .setCacheIndexAndFilterBlocks(true)
            .setCacheIndexAndFilterBlocksWithHighPriority(true)
            .setPinL0FilterAndIndexBlocksInCache(true)
            .setIndexType(IndexType.kTwoLevelIndexSearch)
            .setPartitionFilters(true)
            .setMetadataBlockSize(PARTITION)
            .setPinTopLevelIndexAndFilter(true)
            .setOptimizeFiltersForMemory(true)
            .setFilterPolicy(own(new BloomFilter(10)));
    statistics.setStatsLevel(StatsLevel.EXCEPT_DETAILED_TIMERS);
    this.options = own(databaseOptions());
  }

  private DBOptions databaseOptions() {
    return new DBOptions()
        .setCreateIfMissing(true)
        .setCreateMissingColumnFamilies(true)
        .setParanoidChecks(false) // one damaged content must not stop all writers
        .setMaxBackgroundJobs(tuning.background())
        .setAvoidFlushDuringShutdown(true) // Database does it where it can
        .setWriteBufferManager(memtables)
        .setMaxTotalWalSize(tuning.memory() / 4)
        .setRecycleLogFileNum(LogRoom.LOGS)
        .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
        .setBytesPerSync(1 << 20)
        .setStatistics(statistics)
        .setStatsDumpPeriodSec(0)
        .setStatsPersistPeriodSec(0)
        .setSkipStatsUpdateOnDbOpen(true)
        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
        .setMaxLogFileSize(4 << 20)
        .setKeepLogFileNum(4);
  }

  ColumnFamilyOptions options(Table table) {
    ColumnFamilyOptions family =
        own(new ColumnFamilyOptions())
            .setTableFormatConfig(blocks)
            .setWriteBufferSize(tuning.memtable())
            .setLevelCompactionDynamicLevelBytes(true)
            .setMemtableMaxRangeDeletions(RANGE_DELETIONS)
            .setCompressionType(tuning.rows().type());
    return switch (table) {
      case META -> family.setMergeOperator(own(new UInt64AddOperator()));
      case ROWS ->
          family.useFixedLengthPrefixExtractor(ACCOUNT).setMemtablePrefixBloomSizeRatio(0.05);
      case LINKS -> family.useFixedLengthPrefixExtractor(HASH);
      case CHUNKS -> contents(family);
      case CONTENTS ->
          family.setMemtableWholeKeyFiltering(true).setMemtablePrefixBloomSizeRatio(0.05);
      case GARBAGE, DRAFTS -> family;
    };
  }

  /**
   * Blob files keep octets out of compactions. A compaction leaves them where they are unless
   * {@link Database#relocate} asks for more: RocksDB's own way would rewrite a part of what is kept
   * with every compaction, garbage or not. Small tables make small steps of that.
   */
  private ColumnFamilyOptions contents(ColumnFamilyOptions family) {
    return family
        .setEnableBlobFiles(true)
        .setMinBlobSize(1 << 10)
        .setBlobFileSize(128 << 20)
        .setBlobCompressionType(tuning.contents().type())
        .setEnableBlobGarbageCollection(true)
        .setBlobGarbageCollectionAgeCutoff(0)
        .setBlobGarbageCollectionForceThreshold(1)
        .setTargetFileSizeBase(1 << 20)
        .setTargetFileSizeMultiplier(1);
  }

  private <T extends AutoCloseable> T own(T object) {
    owned.push(object);
    return object;
  }

  @Override
  public void close() {
    while (!owned.isEmpty()) {
      try {
        owned.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a native object does not close", e);
      }
    }
  }
}
