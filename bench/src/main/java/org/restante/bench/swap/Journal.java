package org.restante.bench.swap;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.restante.bench.client.Latencies;

/** Everything that was measured, and every fault. Thread-safe. */
final class Journal {
  private static final int MOST_TOLD = 30;

  private final Map<Fault, AtomicInteger> faults = new EnumMap<>(Fault.class);
  private final Map<Phase, Map<Kind, Latencies>> times = new EnumMap<>(Phase.class);
  private final AtomicInteger told = new AtomicInteger();
  private volatile Phase phase = Phase.BEFORE;
  private volatile Latencies slice = new Latencies();
  private volatile boolean ending;

  Journal() {
    for (Fault fault : Fault.values()) {
      faults.put(fault, new AtomicInteger());
    }
    for (Phase each : Phase.values()) {
      Map<Kind, Latencies> kinds = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        kinds.put(kind, new Latencies());
      }
      times.put(each, kinds);
    }
  }

  void enter(Phase next) {
    phase = next;
  }

  /** From now on all sessions come to their end. */
  void end() {
    ending = true;
  }

  boolean ending() {
    return ending;
  }

  /** A time, from this moment on to now. */
  void took(Kind kind, long since) {
    took(kind, since, System.nanoTime());
  }

  void took(Kind kind, long since, long until) {
    long time = Math.max(0, until - since);
    Objects.requireNonNull(Objects.requireNonNull(times.get(phase)).get(kind)).add(time);
    if (kind == Kind.COMMAND) {
      slice.add(time);
    }
  }

  void fault(Fault fault, String what) {
    Objects.requireNonNull(faults.get(fault)).incrementAndGet();
    if (told.incrementAndGet() <= MOST_TOLD) {
      System.err.println(fault.shown() + ": " + what);
    }
  }

  /** Something that a client does; its end by an exception is a fault of the server. */
  void run(String who, Work work) {
    try {
      work.run();
    } catch (WrongReply wrong) {
      fault(Fault.WRONG, who + ": " + wrong.getMessage());
    } catch (SocketTimeoutException silent) {
      fault(Fault.WRONG, who + ": no reply in time");
    } catch (IOException lost) {
      fault(Fault.DROPPED, who + ": " + lost.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The commands since the last call. */
  Latencies takeSlice() {
    Latencies taken = slice;
    slice = new Latencies();
    return taken;
  }

  void show() {
    faults.forEach((fault, count) -> say(fault.shown(), String.valueOf(count.get())));
    times.forEach((when, kinds) -> kinds.forEach((kind, found) -> show(when, kind, found)));
  }

  private static void show(Phase when, Kind kind, Latencies found) {
    String name = when.shown() + "." + kind.shown();
    say(name + ".count", String.valueOf(found.count()));
    say(name + ".p50", found.millis(0.5));
    say(name + ".p99", found.millis(0.99));
    say(name + ".max", found.millis(1));
  }

  static synchronized void say(String figure, String value) {
    System.out.println(figure + " " + value);
    System.out.flush();
  }

  /** What a client does. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, InterruptedException;
  }
}
