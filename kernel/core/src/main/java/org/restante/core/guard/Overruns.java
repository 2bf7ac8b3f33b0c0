package org.restante.core.guard;

import java.util.concurrent.TimeUnit;

/**
 * Counts calls that went over the memory, one soon after the other. A server that is busy for weeks
 * has one now and then; that is no reason to stop a plugin. Thread-safe.
 */
final class Overruns {
  static final long FORGOTTEN = TimeUnit.MINUTES.toNanos(1);

  private int count;
  private long last;

  /** One more, at this instant; how many there were without a minute's pause before. */
  synchronized int next(long now) {
    count = count > 0 && now - last < FORGOTTEN ? count + 1 : 1;
    last = now;
    return count;
  }
}
