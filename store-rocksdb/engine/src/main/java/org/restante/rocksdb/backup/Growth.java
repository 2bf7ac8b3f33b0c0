package org.restante.rocksdb.backup;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.restante.backup.BackupProgress;

/** Tells how far a backup is while it is taken: RocksDB does not, but its directory grows. */
final class Growth implements AutoCloseable {
  private static final long PERIOD_MILLIS = 500;

  private final LongSupplier octets;
  private final long total;
  private final Consumer<BackupProgress> progress;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("restante-backup-progress").unstarted(this::run);

  Growth(LongSupplier octets, long total, Consumer<BackupProgress> progress) {
    this.octets = octets;
    this.total = total;
    this.progress = progress;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!done.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
        long now = Math.max(0, octets.getAsLong());
        progress.accept(new BackupProgress(now, Math.max(total, total == 0 ? 0 : now)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when nothing more is told. */
  @Override
  public void close() {
    done.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
