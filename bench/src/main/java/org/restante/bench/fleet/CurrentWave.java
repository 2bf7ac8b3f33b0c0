package org.restante.bench.fleet;

import org.restante.bench.client.Latencies;

/** The change that an account's sessions are to hear of now. Thread-safe. */
final class CurrentWave {
  private volatile Wave wave = new Wave("\0", 0, new Latencies(), () -> {});

  Wave get() {
    return wave;
  }

  void set(Wave next) {
    wave = next;
  }
}
