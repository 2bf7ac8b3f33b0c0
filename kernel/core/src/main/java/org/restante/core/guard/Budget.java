package org.restante.core.guard;

import java.util.concurrent.atomic.LongAdder;

/** Octets that lie in memory, against how many may. Thread-safe. */
public final class Budget {
  private final long most;
  private final LongAdder octets = new LongAdder();

  Budget(long most) {
    this.most = most;
  }

  /** A budget that nothing exceeds: of a connection without a plugin. */
  public static Budget unlimited() {
    return new Budget(Long.MAX_VALUE);
  }

  /** So many more; negative: less. */
  public void add(long count) {
    octets.add(count);
  }

  /** Octets now. */
  public long octets() {
    return octets.sum();
  }

  /** Whether there are more than may be: what can wait, waits. */
  public boolean exceeded() {
    return octets.sum() > most;
  }
}
