package org.restante.rocksdb;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts this bundle again, on a thread of its own: the mail store's calls wait meanwhile, as they
 * do when it is replaced.
 */
final class Reopening {
  private static final Logger log = LoggerFactory.getLogger(Reopening.class);
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Bundle bundle;
  private final AtomicBoolean asked = new AtomicBoolean();

  Reopening(Bundle bundle) {
    this.bundle = bundle;
  }

  /** Once, now. */
  void now() {
    if (asked.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("restante-reopen").start(this::restart);
    }
  }

  /**
   * Once, when so many octets are free on the disk of a directory, unless somebody stops the
   * bundle.
   */
  void withRoom(Path directory, long octets) {
    if (asked.compareAndSet(false, true)) {
      Thread.ofPlatform()
          .daemon()
          .name("restante-reopen")
          .start(
              () -> {
                while (isStarted() && free(directory) < octets) {
                  LockSupport.parkNanos(LOOK_NANOS);
                }
                restart();
              });
    }
  }

  /** Room on the disk of a directory, or of the one above it that is there. */
  static long free(Path directory) {
    Path there = directory.toAbsolutePath();
    while (there.getParent() != null && !there.toFile().exists()) {
      there = there.getParent();
    }
    return there.toFile().getUsableSpace();
  }

  private boolean isStarted() {
    int state = bundle.getState();
    return state == Bundle.ACTIVE || state == Bundle.STARTING;
  }

  private void restart() {
    if (!isStarted()) {
      return;
    }
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
      bundle.start(Bundle.START_TRANSIENT);
    } catch (BundleException | IllegalStateException e) {
      log.error("The store is not opened again; start the server again", e);
    }
  }
}
