package org.restante.rocksdb.table;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts those inside and, once closed, lets nobody in. Never blocks, so it suits virtual threads,
 * and one that is inside may try to enter again while another closes.
 */
final class Gate {
  private static final int CLOSED = Integer.MIN_VALUE;

  private final AtomicInteger state = new AtomicInteger();
  private final Runnable drained;

  /**
   * An open gate.
   *
   * @param drained runs once, when the gate is closed and nobody is inside
   */
  Gate(Runnable drained) {
    this.drained = drained;
  }

  /** Goes in, if the gate is open. */
  boolean enter() {
    int now = state.get();
    while (now >= 0) {
      if (state.compareAndSet(now, now + 1)) {
        return true;
      }
      now = state.get();
    }
    return false;
  }

  /** Goes out again. */
  void leave() {
    if (state.decrementAndGet() == CLOSED) {
      drained.run();
    }
  }

  /** Lets nobody in from now on. */
  void close() {
    if (state.getAndUpdate(now -> now | CLOSED) == 0) {
      drained.run();
    }
  }
}
