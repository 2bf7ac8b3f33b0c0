package org.restante.rocksdb;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.restante.blob.BlobFigures;
import org.restante.keyvalue.Durability;
import org.restante.rocksdb.table.Footprint;
import org.restante.rocksdb.table.Footprint.Count;
import org.restante.rocksdb.table.Footprint.Size;
import org.restante.rocksdb.table.Schema.Table;

/**
 * The meters of one open engine. Gauges go with it; counters and timers belong to the registry and
 * go on when the engine is opened again.
 */
final class EngineMeters implements AutoCloseable {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final List<Meter> gauges = new ArrayList<>();
  private final CommitMeters synced;
  private final CommitMeters buffered;
  private final Timer fullReads;
  private final Timer rangeReads;
  private final Counter reclaimed;
  private final Counter relocated;
  private final Timer collections;
  private final Timer relocations;
  private final Map<Count, Counter> counters = new EnumMap<>(Count.class);
  private final Map<Count, Long> counted = new EnumMap<>(Count.class);
  private final ReentrantLock polling = new ReentrantLock();

  /** The meters of the commits of one durability. */
  private record CommitMeters(Timer time, DistributionSummary operations) {}

  EngineMeters(MeterRegistry registry) {
    this.registry = registry;
    this.synced = commitMeters(Durability.SYNC);
    this.buffered = commitMeters(Durability.BUFFERED);
    this.fullReads = timer(RocksMeters.BLOB_READ, Tags.of("kind", "full"));
    this.rangeReads = timer(RocksMeters.BLOB_READ, Tags.of("kind", "range"));
    this.reclaimed = counter(RocksMeters.GC_RECLAIMED, Tags.of("kind", "content"));
    this.relocated = counter(RocksMeters.GC_RECLAIMED, Tags.of("kind", "file"));
    this.collections = timer(RocksMeters.GC, Tags.of("kind", "content"));
    this.relocations = timer(RocksMeters.GC, Tags.of("kind", "file"));
    counters.put(Count.CACHE_HITS, counter(RocksMeters.CACHE_REQUESTS, Tags.of("result", "hit")));
    counters.put(
        Count.CACHE_MISSES, counter(RocksMeters.CACHE_REQUESTS, Tags.of("result", "miss")));
    counters.put(Count.STALL_MICROS, counter(RocksMeters.STALL, Tags.empty()));
    counters.put(Count.BACKGROUND_ERRORS, counter(RocksMeters.BACKGROUND_ERRORS, Tags.empty()));
  }

  void committed(Durability durability, int operations, long nanos) {
    CommitMeters meters =
        switch (durability) {
          case SYNC -> synced;
          case BUFFERED -> buffered;
        };
    meters.time.record(nanos, TimeUnit.NANOSECONDS);
    meters.operations.record(operations);
  }

  void read(boolean full, long nanos) {
    (full ? fullReads : rangeReads).record(nanos, TimeUnit.NANOSECONDS);
  }

  void reclaimed(long octets) {
    reclaimed.increment((double) octets);
  }

  void collected(long nanos) {
    collections.record(nanos, TimeUnit.NANOSECONDS);
  }

  void relocated(long octets, long nanos) {
    relocated.increment((double) octets);
    relocations.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Shows the gauges of an open engine, until {@link #close}. */
  void show(
      Footprint footprint,
      Supplier<BlobFigures> figures,
      BooleanSupplier lettersRefused,
      BooleanSupplier writesRefused) {
    gauge(
        RocksMeters.STORAGE_REFUSING,
        Tags.of("what", "letters"),
        () -> lettersRefused.getAsBoolean() || writesRefused.getAsBoolean() ? 1 : 0);
    gauge(
        RocksMeters.STORAGE_REFUSING,
        Tags.of("what", "writes"),
        () -> writesRefused.getAsBoolean() ? 1 : 0);
    gauge(RocksMeters.STORAGE_SIZE, Tags.of("kind", "unique"), () -> figures.get().octets());
    gauge(RocksMeters.STORAGE_SIZE, Tags.of("kind", "physical"), footprint::filesSize);
    gauge(RocksMeters.STORAGE_FREE, Tags.empty(), footprint::free);
    gauge(
        RocksMeters.BLOB_GARBAGE, Tags.of("kind", "content"), () -> figures.get().garbageOctets());
    gauge(
        RocksMeters.BLOB_GARBAGE,
        Tags.of("kind", "file"),
        () -> footprint.size(Table.CHUNKS, Size.BLOB_GARBAGE));
    gauge(RocksMeters.CACHE_USAGE, Tags.empty(), footprint::cacheUsage);
    gauge(RocksMeters.WAL_SIZE, Tags.empty(), footprint::walSize);
    for (Table table : Table.values()) {
      Tags tags = Tags.of("cf", table.name().toLowerCase(Locale.ROOT));
      gauge(RocksMeters.SST_SIZE, tags, () -> footprint.size(table, Size.SST));
      gauge(RocksMeters.BLOB_SIZE, tags, () -> footprint.size(table, Size.BLOB));
      gauge(RocksMeters.MEMTABLE_SIZE, tags, () -> footprint.size(table, Size.MEMTABLE));
      gauge(
          RocksMeters.COMPACTION_PENDING,
          tags,
          () -> footprint.size(table, Size.COMPACTION_PENDING));
    }
  }

  /** Adds what RocksDB has counted since the last call. */
  void poll(Footprint footprint) {
    polling.lock();
    try {
      counters.forEach((count, counter) -> poll(count, counter, footprint.count(count)));
    } finally {
      polling.unlock();
    }
  }

  private void poll(Count count, Counter counter, long now) {
    long before = counted.getOrDefault(count, 0L);
    if (now > before) {
      counted.put(count, now);
      counter.increment(count == Count.STALL_MICROS ? (now - before) / 1e6 : now - before);
    }
  }

  @Override
  public void close() {
    gauges.forEach(registry::remove);
    gauges.clear();
  }

  private void gauge(RocksMeters meter, Tags tags, LongSupplier value) {
    gauges.add(
        Gauge.builder(meter.meter(), value, LongSupplier::getAsLong)
            .baseUnit(meter.unit())
            .tags(tags)
            .strongReference(true)
            .register(registry));
  }

  private CommitMeters commitMeters(Durability durability) {
    Tags tags = Tags.of("durability", durability.name().toLowerCase(Locale.ROOT));
    return new CommitMeters(
        timer(RocksMeters.COMMIT, tags),
        DistributionSummary.builder(RocksMeters.COMMIT_BATCH.meter())
            .baseUnit(RocksMeters.COMMIT_BATCH.unit())
            .tags(tags)
            .register(registry));
  }

  private Counter counter(RocksMeters meter, Tags tags) {
    Counter.Builder builder = Counter.builder(meter.meter()).tags(tags);
    return (meter.unit().isEmpty() ? builder : builder.baseUnit(meter.unit())).register(registry);
  }

  private Timer timer(RocksMeters meter, Tags tags) {
    return Timer.builder(meter.meter())
        .tags(tags)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
