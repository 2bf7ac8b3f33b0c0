package org.restante.core.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kernel's meters: one set for each protocol, and those of bundles and event loops. */
@Component(service = KernelMeters.class)
public final class KernelMeters {
  private static final int MOST_NAMES = 64;

  private final Series series;
  private final Map<String, ProtocolMeters> protocols = new ConcurrentHashMap<>();
  private final Map<String, Timer> updates = new ConcurrentHashMap<>();
  private final Timer lag;
  private final Timer pluginWait;
  private final Counter rollbacks;
  private final MultiGauge bundleInfo;
  private final MultiGauge bundleState;

  /** Registers what is known from the start. */
  @Activate
  public KernelMeters(@Reference MeterRegistry registry) {
    series = new Series(registry);
    lag = series.timer(CoreMeters.EVENTLOOP_LAG);
    pluginWait = series.timer(CoreMeters.SERVICE_WAIT, "protocol_plugin");
    rollbacks = series.counter(CoreMeters.BUNDLE_ROLLBACKS);
    bundleInfo = multi(registry, CoreMeters.BUNDLE_INFO);
    bundleState = multi(registry, CoreMeters.BUNDLE_STATE);
  }

  /** The figures of a protocol. Protocols beyond a bound share {@code other}. */
  public ProtocolMeters protocol(String protocol) {
    String name = protocols.size() < MOST_NAMES ? protocol : "other";
    ProtocolMeters known = protocols.get(protocol);
    return known != null
        ? known
        : protocols.computeIfAbsent(name, made -> new ProtocolMeters(series, made));
  }

  /** An event loop ran a task this late. */
  public void eventLoopLag(Duration late) {
    lag.record(late);
  }

  /** A parked connection waited for its plugin. */
  public void waitedForPlugin(Duration time) {
    pluginWait.record(time);
  }

  /** A deployment ended. */
  public void bundleUpdate(String bundle, boolean accepted, Duration time) {
    String name = updates.size() < 2 * MOST_NAMES ? bundle : "other";
    String result = accepted ? "ok" : "refused";
    updates
        .computeIfAbsent(
            name + " " + result, unused -> series.timer(CoreMeters.BUNDLE_UPDATE, name, result))
        .record(time);
  }

  /** A deployment was taken back. */
  public void bundleRollback() {
    rollbacks.increment();
  }

  /** The bundles that there are now, each name and version once, and their number by state. */
  public synchronized void bundles(List<List<String>> versions, Map<List<String>, Integer> states) {
    bundleInfo.register(
        versions.stream()
            .map(row -> MultiGauge.Row.of(tags(CoreMeters.BUNDLE_INFO, row), 1))
            .toList(),
        true);
    bundleState.register(
        states.entrySet().stream()
            .map(
                row ->
                    MultiGauge.Row.of(tags(CoreMeters.BUNDLE_STATE, row.getKey()), row.getValue()))
            .toList(),
        true);
  }

  private static MultiGauge multi(MeterRegistry registry, CoreMeters meter) {
    return MultiGauge.builder(meter.key()).baseUnit(meter.unit()).register(registry);
  }

  private static Tags tags(CoreMeters meter, List<String> values) {
    return Tags.of(meter.tags().get(0), values.get(0), meter.tags().get(1), values.get(1));
  }
}
