package org.restante.core.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which meters a plugin has registered, by the thread that did. Counters of ours belong to the
 * kernel and outlive it; all else of a plugin that was stopped goes with it. Thread-safe.
 */
final class MeterCensus {
  private static final String OURS = "restante.";

  private final MeterRegistry registry;
  private final int most;
  private final Map<PluginGuard, Set<Meter.Id>> meters = new ConcurrentHashMap<>();
  private volatile boolean closed;

  MeterCensus(MeterRegistry registry, int most) {
    this.registry = registry;
    this.most = most;
    registry.config().onMeterAdded(this::added);
  }

  private void added(Meter meter) {
    @Nullable PluginGuard guard = closed ? null : PluginMark.current();
    if (guard == null || belongsToKernel(meter)) {
      return;
    }
    Set<Meter.Id> own = meters.computeIfAbsent(guard, made -> ConcurrentHashMap.newKeySet());
    own.add(meter.getId());
    if (own.size() > most) {
      guard.stop(
          "it registered more than %d meters, the last one %s: use tags of a closed set"
              .formatted(most, meter.getId().getName()));
    }
  }

  /** Those of a plugin go. */
  void remove(PluginGuard guard) {
    Set<Meter.Id> own = meters.remove(guard);
    if (own != null) {
      own.forEach(registry::remove);
    }
  }

  /** They stay, as far as the plugin has left them. */
  void forget(PluginGuard guard) {
    meters.remove(guard);
  }

  void close() {
    closed = true; // a listener can't be taken back
    meters.clear();
  }

  private static boolean belongsToKernel(Meter meter) {
    boolean counts =
        meter instanceof Counter || meter instanceof Timer || meter instanceof DistributionSummary;
    return counts && meter.getId().getName().startsWith(OURS);
  }
}
