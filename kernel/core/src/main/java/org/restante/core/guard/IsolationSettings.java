package org.restante.core.guard;

import java.time.Duration;
import java.util.Map;
import org.restante.configuration.KnownKeys;

/** The configuration, looked over; what is not set follows from the machine. */
record IsolationSettings(
    boolean scan,
    boolean weave,
    int turns,
    Duration slice,
    Duration heavy,
    Duration busy,
    int storeCalls,
    int openReadings,
    Duration storeWait,
    int longReadings,
    long arrayOctets,
    long octetsInFlight,
    int meters,
    int faults,
    int overruns) {
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  static IsolationSettings of(IsolationConfig config, Map<String, ?> properties) {
    KnownKeys.check(properties, IsolationConfig.class);
    long heap = Runtime.getRuntime().maxMemory();
    return new IsolationSettings(
        config.scan(),
        config.weave(),
        config.turns() > 0 ? config.turns() : Math.max(1, carriers() * 3 / 4),
        Duration.ofMillis(config.sliceMillis()),
        Duration.ofMillis(config.heavyMillis()),
        Duration.ofSeconds(config.busySeconds()),
        config.storeCalls(),
        config.openReadings(),
        Duration.ofMillis(config.storeWaitMillis()),
        config.longReadings() > 0
            ? config.longReadings()
            : 2 * Runtime.getRuntime().availableProcessors(),
        config.arrayOctets() > 0 ? config.arrayOctets() : heap / 4,
        config.octetsInFlight() > 0 ? config.octetsInFlight() : heap / 8,
        config.meters(),
        config.faults(),
        config.overruns());
  }

  /** Turns of a plugin that run on at a time after their first slice. */
  int slowLane() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  private static int carriers() {
    return Integer.getInteger(CARRIERS, Runtime.getRuntime().availableProcessors());
  }
}
