package org.restante.bench.fleet;

import java.util.concurrent.atomic.AtomicInteger;
import org.restante.bench.client.Latencies;

/** What changes at a steady pace have shown. Thread-safe. */
final class PacedFigures {
  private final long begin;
  private final long end;
  private final Latencies heard = new Latencies();
  private final Latencies told = new Latencies();
  private final Latencies unheeded = new Latencies();
  private final AtomicInteger missed = new AtomicInteger();

  /** Of so many seconds, after the first ones from now on, which do not count. */
  PacedFigures(int warmUp, int seconds) {
    begin = System.nanoTime() + warmUp * 1_000_000_000L;
    end = begin + seconds * 1_000_000_000L;
  }

  boolean goOn() {
    return System.nanoTime() < end;
  }

  /** Where the times of pushes go now. */
  Latencies pushes() {
    return System.nanoTime() < begin ? unheeded : heard;
  }

  /** A change was answered with OK after this time. */
  void told(long nanos) {
    (System.nanoTime() < begin ? unheeded : told).add(nanos);
  }

  /** Not every session heard of a change. */
  void miss() {
    missed.incrementAndGet();
  }

  /** From asking for the change to reading the push. */
  Latencies heard() {
    return heard;
  }

  /** From asking for the change to its OK. */
  Latencies told() {
    return told;
  }

  int missed() {
    return missed.get();
  }

  /** Changes a second. */
  double rate() {
    return told.count() * 1e9 / (end - begin);
  }
}
