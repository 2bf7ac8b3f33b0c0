package org.restante.testkit.connection;

import java.time.Duration;

/** A connection's two timers on a clock that only a test moves. */
final class ManualClock {
  private static final long NEVER = Long.MAX_VALUE;

  private long now;
  private long wakeAt = NEVER;
  private long lastInput;
  private long inactivity = NEVER;

  synchronized long now() {
    return now;
  }

  synchronized void inputCame() {
    lastInput = now;
  }

  synchronized void wakeAfter(Duration delay) {
    wakeAt = delay.isZero() ? NEVER : now + delay.toNanos();
  }

  synchronized void inactivityLimit(Duration limit) {
    inactivity = limit.isZero() ? NEVER : limit.toNanos();
  }

  /** Moves to the next timer that is due until then, and rings it; false where none is. */
  boolean passTo(long until, Runnable wake, Runnable timeout) {
    Runnable due = due(until, wake, timeout);
    due.run();
    return due == wake || due == timeout;
  }

  private synchronized Runnable due(long until, Runnable wake, Runnable timeout) {
    long silentAt = inactivity == NEVER ? NEVER : lastInput + inactivity;
    long next = Math.min(wakeAt, silentAt);
    if (next > until) {
      now = until;
      return () -> {};
    }
    now = Math.max(now, next);
    if (wakeAt == next) {
      wakeAt = NEVER;
      return wake;
    }
    inactivity = NEVER;
    return timeout;
  }
}
