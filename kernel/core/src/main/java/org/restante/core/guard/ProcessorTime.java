package org.restante.core.guard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What the process has had of its processors lately. A call that ran for a while by the clock may
 * have waited for a processor all the time, on a machine with other work; it can't have used more
 * than all threads together. Of the watchdog's thread.
 */
final class ProcessorTime {
  private static final long APART = 100_000_000L;

  private final Supplier<Duration> used;
  private final long kept;
  private final Deque<Note> notes = new ArrayDeque<>(); // the oldest first
  private Note latest;

  private record Note(long clock, Duration used) {}

  /**
   * Beginning now.
   *
   * @param used by the process since its start
   * @param kept how far back it can tell
   */
  ProcessorTime(Supplier<Duration> used, Duration kept, long now) {
    this.used = used;
    this.kept = kept.toNanos() + APART;
    latest = new Note(now, used.get());
    notes.add(latest);
  }

  /** Of this process, as the system counts. */
  static Duration ofThisProcess() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The watchdog comes by. */
  void tick(long now) {
    if (now - latest.clock >= APART) {
      latest = new Note(now, used.get());
      notes.add(latest);
      while (now - notes.getFirst().clock > kept) {
        notes.removeFirst();
      }
    }
  }

  /** At most so much was used for the last nanoseconds before now. */
  Duration within(long nanos, long now) {
    Note first = notes.getFirst();
    for (Note note : notes) {
      if (now - note.clock < nanos) {
        break;
      }
      first = note;
    }
    return used.get().minus(first.used);
  }
}
