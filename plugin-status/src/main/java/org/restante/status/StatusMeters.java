package org.restante.status;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The meters of this bundle, there with 0 from the start. Counters belong to the registry and go on
 * when the bundle is replaced; what sessions have in common is counted by the kernel.
 */
final class StatusMeters {
  private final Counter asked;
  private final Counter watched;

  StatusMeters(MeterRegistry registry) {
    asked = counter(registry, "command");
    watched = counter(registry, "watch");
  }

  /** The client was told of a mailbox because it asked. */
  void asked() {
    asked.increment();
  }

  /** The client was told of a mailbox because it changed. */
  void watched() {
    watched.increment();
  }

  /** {@code restante.status.told}, in mailboxes; {@code source} is command or watch. */
  private static Counter counter(MeterRegistry registry, String source) {
    return Counter.builder("restante.status.told")
        .baseUnit("mailboxes")
        .tag("source", source)
        .register(registry);
  }
}
