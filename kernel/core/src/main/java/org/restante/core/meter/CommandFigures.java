package org.restante.core.meter;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the commands of one revision came to: how many, how many failed by its own fault, how long
 * they took. Times go into eight buckets for each doubling. Thread-safe.
 */
public final class CommandFigures {
  private static final int STEP_BITS = 3;
  private static final int STEPS = 1 << STEP_BITS;
  private static final int BUCKETS = (Long.SIZE - STEP_BITS) * STEPS;
  private static final double MOST = 0.99;

  private final LongAdder faults = new LongAdder();
  private final AtomicLongArray times = new AtomicLongArray(BUCKETS);

  /** A command has ended. */
  public void command(long nanos, boolean fault) {
    times.incrementAndGet(bucket(Math.max(0, nanos)));
    if (fault) {
      faults.increment();
    }
  }

  /** All up to now. */
  public Reading read() {
    long[] counts = new long[BUCKETS];
    Arrays.setAll(counts, times::get);
    return new Reading(faults.sum(), counts);
  }

  /**
   * The figures at one time, or between two.
   *
   * @param faults commands that failed by the plugin's fault
   * @param times commands by bucket
   */
  @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
  public record Reading(long faults, long[] times) {
    /** Nothing. */
    public static final Reading NONE = new Reading(0, new long[BUCKETS]);

    /** What came since an earlier one. */
    public Reading since(Reading before) {
      return with(before, -1);
    }

    /** Both together. */
    public Reading and(Reading other) {
      return with(other, 1);
    }

    /** All commands. */
    public long commands() {
      return Arrays.stream(times).sum();
    }

    /** Faults by command, 0 to 1. */
    public double errorRatio() {
      return faults == 0 ? 0 : (double) faults / Math.max(faults, commands());
    }

    /** The upper end of the bucket that the slowest of the fastest 99 % is in. */
    public Duration p99() {
      long wanted = (long) Math.ceil(commands() * MOST);
      long seen = 0;
      for (int bucket = 0; bucket < times.length && wanted > 0; bucket++) {
        seen += times[bucket];
        if (seen >= wanted) {
          return Duration.ofNanos(upperEnd(bucket));
        }
      }
      return Duration.ZERO;
    }

    private Reading with(Reading other, int sign) {
      long[] counts = new long[times.length];
      Arrays.setAll(counts, bucket -> times[bucket] + sign * other.times[bucket]);
      return new Reading(faults + sign * other.faults, counts);
    }
  }

  /** The leading one and the {@link #STEP_BITS} bits behind it. */
  private static int bucket(long nanos) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - STEP_BITS - 1);
    return shift * STEPS + (int) (nanos >>> shift);
  }

  private static long upperEnd(int bucket) {
    int shift = Math.max(0, bucket / STEPS - 1);
    long step = bucket - (long) shift * STEPS;
    return ((step + 1) << shift) - 1;
  }
}
