package org.restante.mailstore.snapshot;

import java.util.concurrent.Semaphore;

/**
 * The heap that all contents take which were read before somebody asked for them. Where it is used
 * up, they are read when they are asked for.
 */
public final class ReadAheadMemory {
  private static final int SHARE = 2048;
  private static final int LEAST = 1 << 20;
  private static final int WORTHWHILE = 1 << 18;

  private final Semaphore left;

  private ReadAheadMemory(int octets) {
    this.left = new Semaphore(octets);
  }

  /** A share of this process' heap. */
  public static ReadAheadMemory ofHeap() {
    long share = Runtime.getRuntime().maxMemory() / SHARE;
    return new ReadAheadMemory((int) Math.clamp(share, LEAST, Integer.MAX_VALUE));
  }

  /** Whether enough is left for waking another thread up, at this instant. */
  boolean isWorthwhile() {
    return left.availablePermits() >= WORTHWHILE;
  }

  boolean take(int octets) {
    return left.tryAcquire(octets);
  }

  void give(int octets) {
    left.release(octets);
  }
}
