package org.restante.bench.fleet;

import java.util.HashSet;
import java.util.Set;
import org.restante.bench.client.Latencies;

/** One change, and who has heard of it. Its lines come on the fleet's event loop. */
final class Wave {
  private final String word;
  private final int watching;
  private final Latencies latencies;
  private final Runnable allHeard;
  private final Set<FleetClient> heard = new HashSet<>();
  private volatile long begun;

  /**
   * A wave to come.
   *
   * @param word what the line has that tells of it
   * @param watching how many will hear of it
   * @param allHeard is called once, when all have
   */
  Wave(String word, int watching, Latencies latencies, Runnable allHeard) {
    this.word = word;
    this.watching = watching;
    this.latencies = latencies;
    this.allHeard = allHeard;
  }

  void begin() {
    begun = System.nanoTime();
  }

  void line(FleetClient session, String line) {
    if (line.contains(word) && heard.add(session)) {
      latencies.add(System.nanoTime() - begun);
      if (heard.size() == watching) {
        allHeard.run();
      }
    }
  }
}
