package org.restante.mailstore.salvage;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Holds work to a rate, and ends it early. */
public final class Pace {
  private final CountDownLatch stopping;
  private final long octetsPerSecond;
  private final LongConsumer read;
  private final long start = System.nanoTime();
  private long spent;

  /**
   * A pace.
   *
   * @param octetsPerSecond 0: as fast as it goes
   * @param stopping reaches zero when the work shall end
   */
  public Pace(long octetsPerSecond, CountDownLatch stopping) {
    this.octetsPerSecond = octetsPerSecond;
    this.stopping = stopping;
    this.read = octets -> {};
  }

  private Pace(LongConsumer read) {
    this.octetsPerSecond = 0;
    this.stopping = new CountDownLatch(1);
    this.read = read;
  }

  /**
   * As fast as it goes, to the end.
   *
   * @param read is told the octets of each letter
   */
  public static Pace unbounded(LongConsumer read) {
    return new Pace(read);
  }

  /** So many octets were read; waits until more may be. Whether to go on. */
  boolean spend(long octets) {
    spent += octets;
    read.accept(octets);
    long due = octetsPerSecond == 0 ? 0 : (long) (spent * 1e9 / octetsPerSecond);
    long wait = due - (System.nanoTime() - start);
    try {
      return wait <= 0 ? stopping.getCount() > 0 : !stopping.await(wait, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
