package org.restante.rocksdb.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.table.Schema.Table;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.LiveFileMetaData;
import org.rocksdb.MutableColumnFamilyOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * A compaction that writes the octets it keeps into new blob files. RocksDB decides that by the age
 * of blob files alone, so all of them are old enough while it runs, and none are at other times.
 */
final class Relocation {
  private static final double ALL = 1;
  private static final double NONE = 0;

  private final RocksDB db;
  private final ColumnFamilyHandle family;

  Relocation(RocksDB db, ColumnFamilyHandle family) {
    this.db = db;
    this.family = family;
  }

  /** The spans of the tables of CHUNKS, in their order. */
  static List<Span> steps(RocksDB db) {
    return db.getLiveFilesMetaData().stream()
        .filter(file -> Arrays.equals(file.columnFamilyName(), Table.CHUNKS.family()))
        .sorted(Comparator.comparing(LiveFileMetaData::smallestKey, Arrays::compareUnsigned))
        .map(
            file ->
                new Span(
                    Table.CHUNKS,
                    file.smallestKey(),
                    file.largestKey(),
                    Order.ASCENDING,
                    Integer.MAX_VALUE))
        .toList();
  }

  /** Whether it came to its end. */
  boolean run(Span step, AtomicBoolean closing) {
    try (CompactRangeOptions options = new CompactRangeOptions()) {
      options
          .setExclusiveManualCompaction(false)
          .setBottommostLevelCompaction(BottommostLevelCompaction.kForceOptimized);
      try {
        cutoff(ALL);
        db.compactRange(family, step.from(), step.to(), options);
      } finally {
        cutoff(NONE);
      }
      return true;
    } catch (RocksDBException e) {
      if (closing.get()) {
        return false;
      }
      throw Failures.of("relocation of contents", e);
    }
  }

  private void cutoff(double share) throws RocksDBException {
    db.setOptions(
        family,
        MutableColumnFamilyOptions.builder().setBlobGarbageCollectionAgeCutoff(share).build());
  }
}
