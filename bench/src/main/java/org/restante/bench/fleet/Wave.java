package org.restante.bench.fleet;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.restante.bench.client.Latencies;

/** One change, and who has heard of it. */
final class Wave {
  private final String word;
  private final Latencies latencies;
  private final CountDownLatch missing;
  private final Set<IdleSession> heard = ConcurrentHashMap.newKeySet();
  private volatile long begun;

  /**
   * A wave to come.
   *
   * @param word what the line has that tells of it
   * @param sessions how many will hear of it
   */
  Wave(String word, int sessions, Latencies latencies) {
    this.word = word;
    this.latencies = latencies;
    this.missing = new CountDownLatch(sessions);
  }

  void begin() {
    begun = System.nanoTime();
  }

  void line(IdleSession session, String line) {
    if (line.contains(word) && heard.add(session)) {
      latencies.add(System.nanoTime() - begun);
      missing.countDown();
    }
  }

  /** Whether everybody has heard in time. */
  boolean await(int seconds) throws InterruptedException {
    return missing.await(seconds, TimeUnit.SECONDS);
  }
}
