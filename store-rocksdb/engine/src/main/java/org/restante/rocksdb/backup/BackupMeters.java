package org.restante.rocksdb.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.restante.rocksdb.RocksMeters;

/**
 * The meters of backups. Without a schedule the time of the last success is shown once there is
 * one, so that nobody who backs up in another way is told that it is long ago.
 */
final class BackupMeters implements AutoCloseable {
  private final MeterRegistry registry;
  private final AtomicLong lastSuccess = new AtomicLong();
  private final List<Gauge> shown = new ArrayList<>();

  /** What a time is taken of. */
  enum Kind {
    /** A backup into a directory that had none. */
    FULL,
    /** A backup into a directory that had some. */
    INCREMENTAL,
    /** The reading back of one. */
    VERIFY
  }

  /** How it ended. */
  enum Result {
    /** As it should. */
    OK,
    /** With an error, or with damage found. */
    FAILED
  }

  BackupMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Kind kind : Kind.values()) {
      for (Result result : Result.values()) {
        timer(kind, result);
      }
    }
  }

  void ended(Kind kind, Result result, long nanos) {
    timer(kind, result).record(nanos, TimeUnit.NANOSECONDS);
  }

  /** A backup was taken then. */
  void succeeded(Instant taken) {
    lastSuccess.accumulateAndGet(taken.getEpochSecond(), Math::max);
    show();
  }

  /** Shows the time of the last success from now on, until {@link #close}. */
  synchronized void show() {
    if (shown.isEmpty()) {
      shown.add(
          Gauge.builder(RocksMeters.BACKUP_LAST_SUCCESS.meter(), lastSuccess, AtomicLong::get)
              .baseUnit(RocksMeters.BACKUP_LAST_SUCCESS.unit())
              .strongReference(true)
              .register(registry));
    }
  }

  @Override
  public synchronized void close() {
    shown.forEach(registry::remove);
    shown.clear();
  }

  private Timer timer(Kind kind, Result result) {
    return Timer.builder(RocksMeters.BACKUP.meter())
        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
        .tag("result", result.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }
}
