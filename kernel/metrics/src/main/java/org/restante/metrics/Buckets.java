package org.restante.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The same fixed buckets for every timer of ours, so that dashboards can add and compare them: 1,
 * 5, 25, 100, 500 ms, 2.5 s, 10 s. Percentiles are the dashboard's to compute.
 */
final class Buckets implements MeterFilter {

  private static final double[] BOUNDS_NANOS =
      Stream.of(1, 5, 25, 100, 500, 2_500, 10_000)
          .mapToDouble(millis -> (double) Duration.ofMillis(millis).toNanos())
          .toArray();

  private static final DistributionStatisticConfig FIXED =
      DistributionStatisticConfig.builder()
          .percentilesHistogram(false)
          .serviceLevelObjectives(BOUNDS_NANOS)
          .build();

  @Override
  public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
    boolean ours = id.getName().startsWith("restante.") && id.getType() == Meter.Type.TIMER;
    return ours ? FIXED.merge(config) : config;
  }
}
