package org.restante.smtp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The counters of this bundle; the timer is {@link org.restante.smtp.delivery.DeliveryMeters}. They
 * belong to the registry and go on across an update of the bundle; each series is there with 0 from
 * the start.
 */
final class SmtpMeters {

  /** A series: a counter's name and tags. */
  @SuppressWarnings("ImmutableEnumChecker") // lists made by List.of
  enum Series {
    /** Connections closed after too many failed logins. */
    LOGINS("restante.throttle", List.of("protocol", "smtp", "reason", "logins")),
    /** Connections closed after too many failed commands. */
    ERRORS("restante.throttle", List.of("protocol", "smtp", "reason", "errors")),
    /** Recipients beyond the limit of a letter. */
    RECIPIENTS("restante.throttle", List.of("protocol", "smtp", "reason", "recipients")),
    /** Recipients refused because no octet more fits. */
    QUOTA_STORAGE("restante.quota.rejections", List.of("resource", "storage", "protocol", "smtp")),
    /** Recipients refused because no message more fits. */
    QUOTA_MESSAGE("restante.quota.rejections", List.of("resource", "message", "protocol", "smtp"));

    private final String meter;
    private final List<String> tags;

    Series(String meter, List<String> tags) {
      this.meter = meter;
      this.tags = tags;
    }
  }

  private final Map<Series, Counter> counters = new EnumMap<>(Series.class);

  SmtpMeters(MeterRegistry registry) {
    for (Series series : Series.values()) {
      counters.put(series, registry.counter(series.meter, series.tags.toArray(String[]::new)));
    }
  }

  void count(Series series) {
    Counter counter = counters.get(series);
    if (counter != null) {
      counter.increment();
    }
  }
}
