package org.restante.bench.growth;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Times of one thing, in nanoseconds. */
final class Times {
  private final LongStream.Builder times = LongStream.builder();

  /** Does it once and takes the time. */
  void take(Runnable work) {
    long start = System.nanoTime();
    work.run();
    times.add(System.nanoTime() - start);
  }

  /** The median; ends the taking. */
  double median() {
    long[] sorted = times.build().sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** The median of the ratios of two lists of the same length. */
  static double medianRatio(double[] one, double[] other) {
    double[] ratios = new double[one.length];
    Arrays.setAll(ratios, i -> one[i] / other[i]);
    Arrays.sort(ratios);
    return ratios[ratios.length / 2];
  }
}
