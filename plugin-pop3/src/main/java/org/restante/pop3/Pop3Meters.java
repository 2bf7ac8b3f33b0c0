package org.restante.pop3;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The meters of this bundle. They belong to the registry and go on across an update of the bundle;
 * each series is there with 0 from the start. What sessions have in common is counted by the
 * kernel.
 */
final class Pop3Meters {

  /** A series: a counter's name and tags. */
  @SuppressWarnings("ImmutableEnumChecker") // lists made by List.of
  enum Series {
    /** Letters sent whole. */
    RETRIEVED("restante.pop3.messages", List.of("action", "retrieved")),
    /** Letters removed by QUIT. */
    DELETED("restante.pop3.messages", List.of("action", "deleted")),
    /** Letters that were sent whole and were left in the maildrop by QUIT. */
    RETAINED("restante.pop3.messages", List.of("action", "retained")),
    /** Letters removed because their time was over. */
    EXPIRED("restante.pop3.messages", List.of("action", "expired")),
    /** Connections closed after too many failed logins. */
    LOGINS("restante.throttle", List.of("protocol", "pop3", "reason", "logins")),
    /** Connections closed after too many commands that were not understood. */
    ERRORS("restante.throttle", List.of("protocol", "pop3", "reason", "errors"));

    private final String meter;
    private final List<String> tags;

    Series(String meter, List<String> tags) {
      this.meter = meter;
      this.tags = tags;
    }
  }

  private final Map<Series, Counter> counters = new EnumMap<>(Series.class);

  Pop3Meters(MeterRegistry registry) {
    for (Series series : Series.values()) {
      counters.put(series, registry.counter(series.meter, series.tags.toArray(String[]::new)));
    }
  }

  void count(Series series, long amount) {
    Counter counter = counters.get(series);
    if (counter != null) {
      counter.increment((double) amount);
    }
  }
}
