package org.restante.bench.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares IMAP servers: {@code ROUNDS EFFORT WORKLOAD NAME:PORT:PID...}. Each round does the work
 * on one server after the other, the first of which is ours. A line for each: {@code round NAME
 * AMOUNT SECONDS CPU-MILLISECONDS}.
 */
public final class ImapBench {
  private static final long WARMING_NANOS = 25_000_000_000L;

  private final int rounds;
  private final Workload workload;
  private final List<Target> targets;

  private ImapBench(int rounds, Workload workload, List<Target> targets) {
    this.rounds = rounds;
    this.workload = workload;
    this.targets = targets;
  }

  /** Runs one comparison. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 4) {
      System.err.println("usage: ROUNDS EFFORT WORKLOAD NAME:PORT:PID...");
      System.exit(2);
    }
    Map<String, Workload> table = Workloads.table(Double.parseDouble(arguments[1]));
    Workload workload = table.get(arguments[2]);
    if (workload == null) {
      System.err.println("one of " + table.keySet());
      System.exit(2);
      return;
    }
    List<Target> targets = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      targets.add(Target.of(arguments[i]));
    }
    new ImapBench(Integer.parseInt(arguments[0]), workload, targets).run();
  }

  private void run() throws IOException, InterruptedException {
    for (Target target : targets) {
      workload.setUp(target);
      warm(target, target == targets.getFirst() ? WARMING_NANOS : 0);
    }
    for (int round = 0; round < rounds; round++) {
      for (Target target : targets) {
        measure(target, round);
      }
    }
  }

  /** One round that does not count; more for a program that compiles itself, as this one does. */
  private void warm(Target target, long nanos) throws IOException, InterruptedException {
    long end = System.nanoTime() + nanos;
    int round = rounds;
    do {
      try (Workload.Round prepared = workload.prepare(target, round++)) {
        prepared.run();
      }
    } while (System.nanoTime() < end);
  }

  private void measure(Target target, int round) throws IOException, InterruptedException {
    try (Workload.Round prepared = workload.prepare(target, round)) {
      long cpu = target.processes().cpuMillis();
      long begun = System.nanoTime();
      double done = prepared.run();
      double seconds = (System.nanoTime() - begun) / 1e9;
      long used = target.processes().cpuMillis() - cpu;
      System.out.printf(Locale.ROOT, "round %s %.1f %.6f %d%n", target.name(), done, seconds, used);
    }
  }
}
