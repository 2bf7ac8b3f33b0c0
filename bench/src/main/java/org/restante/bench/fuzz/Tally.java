package org.restante.bench.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one thread has done so far, and since when it is at an input. */
final class Tally {
  private static final int SHOWN_OF_A_KIND = 2;

  private final Thread thread = Thread.currentThread();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private long inputs;
  private long sessions;
  private long octets;
  private long departures;
  private volatile long begun;
  private volatile @Nullable Visit current;

  void begins(Visit visit) {
    current = visit;
    begun = System.nanoTime();
  }

  void ended() {
    current = null;
    inputs++;
  }

  void session() {
    sessions++;
  }

  void replies(int length) {
    octets += length;
  }

  void left(boolean done) {
    departures += done ? 1 : 0;
  }

  /** Kept where few of its kind are known. */
  void found(Finding finding) {
    String kind = finding.what().replaceAll("[0-9]+", "n");
    if (kinds.merge(kind, 1, Integer::sum) <= SHOWN_OF_A_KIND) {
      findings.add(finding);
    }
  }

  /** The input that the thread has been at for longer than this. */
  @Nullable Finding hangsFor(long nanos) {
    Visit visit = current;
    if (visit == null || System.nanoTime() - begun < nanos) {
      return null;
    }
    StringBuilder where = new StringBuilder();
    for (StackTraceElement frame : thread.getStackTrace()) {
      where.append("\n    ").append(frame);
    }
    return visit.hung(where.toString());
  }

  List<Finding> findings() {
    return findings;
  }

  long found() {
    return kinds.values().stream().mapToLong(Integer::longValue).sum();
  }

  long inputs() {
    return inputs;
  }

  long sessions() {
    return sessions;
  }

  long octets() {
    return octets;
  }

  long departures() {
    return departures;
  }
}
