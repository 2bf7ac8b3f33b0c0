package org.restante.core.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Makes series of {@link CoreMeters} with their values of tags in the declared order. */
final class Series {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;

  Series(MeterRegistry registry) {
    this.registry = registry;
  }

  Counter counter(CoreMeters meter, String... values) {
    return Counter.builder(meter.key())
        .baseUnit(meter.unit())
        .tags(tags(meter, values))
        .register(registry);
  }

  Timer timer(CoreMeters meter, String... values) {
    return Timer.builder(meter.key())
        .serviceLevelObjectives(BUCKETS)
        .tags(tags(meter, values))
        .register(registry);
  }

  void gauge(CoreMeters meter, Supplier<Number> figure, String... values) {
    Gauge.builder(meter.key(), figure)
        .baseUnit(meter.unit())
        .tags(tags(meter, values))
        .register(registry);
  }

  static String value(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Tags tags(CoreMeters meter, String... values) {
    Tags tags = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      tags = tags.and(meter.tags().get(i), values[i]);
    }
    return tags;
  }
}
