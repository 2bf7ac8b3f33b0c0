package org.restante.bench.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * Inputs to the plugin in one of the four states; prints findings and figures, and {@code clean} or
 * {@code found} last.
 *
 * <p>{@code --transcripts}, {@code --state}, {@code --inputs}, {@code --seed}, {@code --threads};
 * {@code --world} for one world alone.
 */
public final class FuzzRun {
  private static final int INPUTS_A_WORLD = 1000;
  private static final long HANGING = 30_000_000_000L;

  private final FuzzState state;
  private final long seed;
  private final ClientCorpus corpus;
  private final List<Tally> tallies = new CopyOnWriteArrayList<>();

  private FuzzRun(FuzzState state, long seed, ClientCorpus corpus) {
    this.state = state;
    this.seed = seed;
    this.corpus = corpus;
  }

  /** Runs. */
  public static void main(String[] words) throws Exception {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      given.put(words[i], words[i + 1]);
    }
    long seed = Long.parseLong(given.getOrDefault("--seed", String.valueOf(System.nanoTime())));
    System.out.println("seed " + seed);
    FuzzRun run =
        new FuzzRun(
            FuzzState.valueOf(given.getOrDefault("--state", "SELECTED")),
            seed,
            ClientCorpus.of(Path.of(given.getOrDefault("--transcripts", "."))));
    String world = given.get("--world");
    long worlds = Long.parseLong(given.getOrDefault("--inputs", "100000")) / INPUTS_A_WORLD;
    boolean clean =
        world == null
            ? run.run(worlds, Integer.parseInt(given.getOrDefault("--threads", "1")))
            : run.only(Long.parseLong(world));
    System.out.println(clean ? "clean" : "found");
    System.exit(clean ? 0 : 1);
  }

  private boolean only(long world) {
    Tally tally = new Tally();
    tallies.add(tally);
    new Visit(state, seed, world, corpus, tally).run(INPUTS_A_WORLD);
    return report(1);
  }

  private boolean run(long worlds, int threads) throws InterruptedException {
    long start = System.nanoTime();
    watch();
    AtomicLong next = new AtomicLong();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        running.add(workers.submit(() -> work(next, worlds)));
      }
    }
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException failure) {
        throw new IllegalStateException(failure.getCause());
      }
    }
    return report((System.nanoTime() - start) / 1e9);
  }

  private void work(AtomicLong next, long worlds) {
    Tally tally = new Tally();
    tallies.add(tally);
    for (long world = next.getAndIncrement(); world < worlds; world = next.getAndIncrement()) {
      new Visit(state, seed, world, corpus, tally).run(INPUTS_A_WORLD);
    }
  }

  /** A hang can't be gone on with: it is shown, and the run is over. */
  private void watch() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (true) {
                pause();
                for (Tally tally : tallies) {
                  Finding hung = tally.hangsFor(HANGING);
                  if (hung != null) {
                    System.out.println(hung.text(seed));
                    System.out.println("found");
                    Runtime.getRuntime().halt(1);
                  }
                }
              }
            });
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean report(double seconds) {
    tallies.forEach(
        tally -> tally.findings().forEach(found -> System.out.println(found.text(seed))));
    long inputs = sum(Tally::inputs);
    System.out.println("inputs " + inputs);
    System.out.println("sessions " + sum(Tally::sessions));
    System.out.println("replies " + sum(Tally::octets));
    System.out.println("departures " + sum(Tally::departures));
    System.out.printf("rate %.0f%n", inputs / seconds);
    System.out.println("findings " + sum(Tally::found));
    return sum(Tally::found) == 0;
  }

  private long sum(ToLongFunction<Tally> figure) {
    return tallies.stream().mapToLong(figure).sum();
  }
}
