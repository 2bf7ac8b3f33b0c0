package org.restante.bench.swap;

import java.util.concurrent.TimeUnit;

/** Moments at equal distances. */
final class Pace {
  private final long period;
  private long next;

  /** The first one comes after this share of a period. */
  Pace(double perSecond, double share) {
    period = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
    next = System.nanoTime() + (long) (period * share);
  }

  /** Waits for the next moment, which may be over, and gives it. */
  long await() throws InterruptedException {
    long due = next;
    next += period;
    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    return due;
  }
}
