package org.restante.core.deploy;

import java.time.Duration;

/**
 * How far a new revision may be worse than the old one.
 *
 * @param time how long it is watched after everyone has moved to it; zero: not at all
 * @param commands fewer than these say nothing
 * @param errorRatio by how much more of its commands may fail, 0 to 1
 * @param latency by which factor its p99 may be larger
 * @param latencyFloor a p99 of the old one below this counts as this
 */
record GuardSettings(
    Duration time, int commands, double errorRatio, double latency, Duration latencyFloor) {

  /** Every setting must be one that can trip. */
  GuardSettings {
    if (commands < 1 || !(errorRatio > 0 && errorRatio < 1) || !(latency > 1)) {
      throw new IllegalArgumentException(
          "guardCommands is 1 or more, guardErrorRatio between 0 and 1, guardLatency above 1");
    }
  }

  static GuardSettings of(DeployConfig config) {
    return new GuardSettings(
        Duration.ofSeconds(config.guardSeconds()),
        config.guardCommands(),
        config.guardErrorRatio(),
        config.guardLatency(),
        Duration.ofMillis(config.guardLatencyFloorMillis()));
  }
}
