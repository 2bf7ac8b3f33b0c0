package org.restante.bench.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Eight devices on the mailboxes of one account, with random commands at the same time; after each
 * round what each believes is compared with what is there. Prints figures, and {@code equal} last.
 *
 * <p>{@code --port}, {@code --commands}, {@code --seed}, {@code --user}.
 */
public final class SyncRun {
  private static final List<String> MAILBOXES = List.of("INBOX", "one", "two");
  private static final List<Kind> KINDS =
      List.of(
          Kind.PLAIN,
          Kind.REV2,
          Kind.CONDSTORE,
          Kind.CONDSTORE,
          Kind.QRESYNC,
          Kind.QRESYNC,
          Kind.UIDONLY,
          Kind.UIDONLY);
  private static final int COMMANDS_A_ROUND = 250;

  private final Witnesses witnesses = new Witnesses();
  private final List<Device> devices = new ArrayList<>();
  private final TruthReader truth;
  private long told;

  private SyncRun(SyncClient.Server server, long seed) throws IOException {
    this.truth = TruthReader.open(server, MAILBOXES);
    for (Kind kind : KINDS) {
      SyncClient client = new SyncClient(server, kind, witnesses);
      devices.add(new Device(client, new Random(seed + devices.size()), MAILBOXES));
    }
  }

  /** Runs until so many commands were sent. */
  public static void main(String[] words) throws Exception {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      given.put(words[i], words[i + 1]);
    }
    long seed = Long.parseLong(given.getOrDefault("--seed", String.valueOf(System.nanoTime())));
    System.out.println("seed " + seed);
    SyncClient.Server server =
        new SyncClient.Server(
            "127.0.0.1",
            Integer.parseInt(given.getOrDefault("--port", "10143")),
            given.getOrDefault("--user", "user1"));
    long commands = Long.parseLong(given.getOrDefault("--commands", "1000000"));
    System.exit(new SyncRun(server, seed).run(commands) ? 0 : 1);
  }

  private boolean run(long commands) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int rounds = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(KINDS.size())) {
      while (witnesses.commands() < commands) {
        round(threads);
        rounds++;
        tell(commands, (System.nanoTime() - start) / 1e9);
      }
    } catch (Violation difference) {
      System.out.println("different: " + difference.getMessage());
      return false;
    }
    report(rounds, (System.nanoTime() - start) / 1e9);
    return true;
  }

  /** Says how far it is, twenty times in a run. */
  private void tell(long commands, double seconds) {
    long done = witnesses.commands();
    if (done >= told + commands / 20) {
      told = done;
      System.err.printf("%,d of %,d commands, %.0f/s%n", done, commands, done / seconds);
    }
  }

  private void round(ExecutorService threads) throws IOException, InterruptedException {
    List<Future<?>> running = new ArrayList<>();
    devices.forEach(device -> running.add(threads.submit(() -> device.work(COMMANDS_A_ROUND))));
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException failure) {
        throw new Violation(String.valueOf(failure.getCause()));
      }
    }
    compare();
    witnesses.rest();
  }

  private void report(int rounds, double seconds) {
    System.out.println("commands " + witnesses.commands());
    System.out.println("rounds " + rounds);
    System.out.println("spells " + devices.stream().mapToLong(Device::spells).sum());
    System.out.println("comparisons " + (long) rounds * KINDS.size());
    System.out.printf("rate %.0f%n", witnesses.commands() / seconds);
    System.out.println("equal");
  }

  /** Commands of a device that went away may still be at work: compared is what stays. */
  private void compare() throws IOException {
    Map<String, Long> before;
    Map<String, TreeMap<Long, Message>> there;
    do {
      before = truth.modSeqs();
      for (Device device : devices) {
        device.settle();
      }
      there = truth.read();
    } while (!before.equals(truth.modSeqs()));
    for (Device device : devices) {
      device.check(there);
    }
  }
}
