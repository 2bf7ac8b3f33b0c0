package org.restante.rocksdb.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.restante.backup.Backup;
import org.restante.backup.TakenBackup;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes backups by themselves: one when the newest is older than the interval, also across
 * restarts. One that fails is tried again after a tenth of the interval; older ones go only when a
 * newer one is whole.
 */
final class BackupSchedule implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BackupSchedule.class);
  private static final int RETRIES_IN_AN_INTERVAL = 10;

  private final RocksBackups backups;
  private final BackupSettings settings;
  private final BackupMeters meters;
  private final CountDownLatch stopping = new CountDownLatch(1);

  BackupSchedule(RocksBackups backups, BackupSettings settings, BackupMeters meters) {
    this.backups = backups;
    this.settings = settings;
    this.meters = meters;
  }

  void start() {
    settings
        .directory()
        .ifPresent(
            directory -> {
              meters.show();
              Thread.ofPlatform().daemon().name("restante-backup").start(() -> run(directory));
            });
  }

  /** Tells the thread to end; a backup under way comes to its end first. */
  @Override
  public void close() {
    stopping.countDown();
  }

  private void run(Path directory) {
    Duration wait = untilDue(directory);
    try {
      while (!stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = once(directory);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration untilDue(Path directory) {
    try {
      List<Backup> there = backups.list(directory);
      if (there.isEmpty()) {
        return Duration.ZERO;
      }
      Instant last = there.getLast().taken();
      meters.succeeded(last);
      Duration wait = Duration.between(Instant.now(), last.plus(settings.interval()));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (EngineException e) {
      log.warn("The backups in {} can't be listed", directory, e);
      return settings.interval().dividedBy(RETRIES_IN_AN_INTERVAL);
    }
  }

  /** Takes one; how long to wait for the next. */
  private Duration once(Path directory) {
    try {
      TakenBackup taken = backups.take(directory, progress -> {});
      long id = taken.backup().id();
      List<String> problems =
          settings.verify() ? backups.verify(directory, id, progress -> {}) : List.of();
      if (problems.isEmpty()) {
        backups.keep(directory, settings.keep());
        log.info("Backup {} in {}: {} octets copied", id, directory, taken.copied());
        return settings.interval();
      }
      // the next one shares the file that is damaged: more of them soon would only fill the disk
      log.error("Backup {} in {} is damaged: {}", id, directory, problems);
      return settings.interval();
    } catch (EngineUnavailable e) {
      stopping.countDown();
    } catch (RuntimeException e) {
      log.error("No backup in {}; it is tried again", directory, e);
    }
    return settings.interval().dividedBy(RETRIES_IN_AN_INTERVAL);
  }
}
