package org.restante.bench.client;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times, and their quantiles. */
public final class Latencies {
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  /** One more time, in nanoseconds. */
  public void add(long time) {
    nanos.add(time);
  }

  /** How many there are. */
  public int count() {
    return nanos.size();
  }

  /** Milliseconds that this share of the times does not exceed. */
  public String millis(double share) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      return "none";
    }
    long time = sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    return String.format(Locale.ROOT, "%.2f", time / 1e6);
  }
}
