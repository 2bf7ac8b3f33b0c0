package org.restante.bench.model;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.mail.MailWorld;
import org.restante.testkit.model.ModelRun;

/**
 * Random operations by several writers, each on accounts of its own, in rounds: after each round
 * everything is compared octet by octet and inspected, and the engine is opened again.
 *
 * <pre>
 * StoreModel --engine memory|rocksdb --operations N --seed N --directory DIR
 * </pre>
 */
public final class StoreModel {
  private static final int WRITERS = 2;
  private static final int ACCOUNTS = 4;
  private static final int MESSAGES = 120;
  private static final long ROUND = 50_000;

  private final EngineOfModel engine;
  private final EngineMailStore store;
  private final List<ModelRun> runs = new ArrayList<>();

  private StoreModel(EngineOfModel engine, long seed) {
    // logs short enough that they are trimmed all the time
    MailStoreSettings settings = MailStoreSettings.builder().expungedRows(100).build();
    this.engine = engine;
    this.store = EngineMailStore.over(engine.engine(), new SimpleMeterRegistry(), settings);
    for (int i = 0; i < WRITERS; i++) {
      runs.add(new ModelRun(world(), seed + i, "w" + i + "-", ACCOUNTS, MESSAGES));
    }
  }

  /** Runs the model; the last line says {@code equal}, or the failure is on the error stream. */
  public static void main(String[] words) throws Exception {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      given.put(words[i], words[i + 1]);
    }
    long operations = Long.parseLong(given.getOrDefault("--operations", "1000000"));
    long random = ThreadLocalRandom.current().nextLong(1_000_000_000);
    long seed = Long.parseLong(given.getOrDefault("--seed", Long.toString(random)));
    System.out.println("seed " + seed);
    try (EngineOfModel engine = engine(given)) {
      new StoreModel(engine, seed).run(operations);
    }
  }

  private static EngineOfModel engine(Map<String, String> given) {
    String name = given.getOrDefault("--engine", "memory");
    return switch (name) {
      case "memory" -> new EngineOfModel.InMemory();
      case "rocksdb" ->
          new EngineOfModel.OnDisk(
              Path.of(given.getOrDefault("--directory", "target/store-model")));
      default -> throw new IllegalArgumentException("no engine " + name);
    };
  }

  private void run(long operations) throws Exception {
    long start = System.nanoTime();
    long done = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      while (done < operations) {
        long round = Math.min(ROUND, operations - done);
        round(threads, round);
        done += round;
        long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000);
        System.out.printf(
            "operations %d, equal; %d s, %d a second%n", done, seconds, done / seconds);
      }
    }
    store.close();
    System.out.println("equal");
  }

  private void round(ExecutorService threads, long operations) throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      ModelRun run = runs.get(i);
      long share = operations / WRITERS + (i < operations % WRITERS ? 1 : 0);
      writers.add(threads.submit(() -> run.steps(share)));
    }
    for (Future<?> writer : writers) {
      finished(writer);
    }
    engine.reopen();
    store.bindEngine(engine.engine());
    for (ModelRun run : runs) {
      run.compare(store.inspection());
    }
  }

  private static void finished(Future<?> writer) throws Exception {
    try {
      writer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error difference) {
        throw difference;
      }
      throw e;
    }
  }

  private MailWorld world() {
    return new MailWorld(
        store, store.accounts(), store.accounts().domains(), store.retention(), store.imports());
  }
}
