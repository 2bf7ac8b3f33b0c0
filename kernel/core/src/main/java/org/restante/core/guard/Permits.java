package org.restante.core.guard;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A number of permits, first come first served; waits are counted with their time. Thread-safe. */
final class Permits {
  private final Semaphore permits;
  private final Consumer<Duration> waited;

  /**
   * So many.
   *
   * @param waited is told how long somebody waited, each time
   */
  Permits(int count, Consumer<Duration> waited) {
    permits = new Semaphore(count, true);
    this.waited = waited;
  }

  void await() {
    if (!permits.tryAcquire()) {
      long start = System.nanoTime();
      permits.acquireUninterruptibly();
      waited.accept(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** False where there is none now. */
  boolean tryNow() {
    return permits.tryAcquire();
  }

  /** False where none came in time. */
  boolean await(Duration limit) {
    if (permits.tryAcquire()) {
      return true;
    }
    long start = System.nanoTime();
    try {
      return permits.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waited.accept(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Whether somebody waits. */
  boolean awaited() {
    return permits.hasQueuedThreads();
  }

  void release() {
    permits.release();
  }
}
