package org.restante.bench.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.restante.rocksdb.table.RawCommit;
import org.restante.rocksdb.table.RawDatabase;
import org.restante.rocksdb.table.Tuning;
import org.rocksdb.RocksDBException;

/**
 * Durable appends a second, against batches of the same rows written by RocksDB alone: {@code
 * --writers N --letters N --rounds N --octets N --how append|deliver --directory DIR}.
 *
 * <p>Our writers are virtual threads, as the server's are; those of the bare database are platform
 * threads. Each writes to an account of its own; each round begins with empty databases.
 */
public final class DurableRate {
  private static final int WARM = 2;

  private final Path directory;
  private final int writers;
  private final boolean delivers;
  private final int rounds;
  private final List<byte[]> letters;

  private DurableRate(Arguments arguments) {
    directory = arguments.directory();
    writers = arguments.number("--writers", 32);
    delivers = arguments.given().getOrDefault("--how", "append").equals("deliver");
    rounds = arguments.number("--rounds", 5);
    int octets = arguments.number("--octets", 20_000);
    letters =
        IntStream.range(0, arguments.number("--letters", 6000))
            .mapToObj(number -> BenchLetters.letter(number, octets))
            .toList();
  }

  /** Runs it once. */
  public static void main(String[] words) throws Exception {
    DurableRate rate = new DurableRate(Arguments.of(words));
    BenchStore.remove(rate.directory);
    try {
      rate.run();
    } finally {
      BenchStore.remove(rate.directory);
    }
  }

  private void run() throws Exception {
    List<RawCommit> recorded = record();
    long octets = recorded.stream().filter(RawCommit::hasContent).mapToLong(RawCommit::octets).sum();
    System.out.printf("commit-octets %d%n", octets / letters.size());
    Ratios ratios = new Ratios("rate");
    for (int round = 0; round < rounds + WARM; round++) {
      double ours = ours(directory.resolve("ours"));
      double raw = raw(recorded, directory.resolve("raw"));
      System.out.printf("round %d ours %.0f raw %.0f%n", round - WARM, ours, raw);
      if (round >= WARM) {
        ratios.add(ours, raw);
      }
    }
    ratios.print();
  }

  /** What the store writes for these letters, one commit after the other. */
  private List<RawCommit> record() throws IOException, RocksDBException {
    Tuning usual = BenchStore.tuning();
    Tuning roomy = // nothing is flushed, so the whole log is there
        new Tuning(
            8L << 30, usual.diskThreads(), usual.background(), usual.rows(), usual.contents());
    Path recording = directory.resolve("record");
    try (BenchStore store = BenchStore.open(recording, roomy, writers)) {
      for (int number = 0; number < letters.size(); number++) {
        write(store, number);
      }
    }
    List<RawCommit> commits = RawDatabase.recorded(recording, roomy);
    BenchStore.remove(recording);
    if (commits.stream().filter(RawCommit::hasContent).count() != letters.size()) {
      throw new IllegalStateException("the log does not have one commit for each letter");
    }
    return commits;
  }

  private double ours(Path place) throws Exception {
    try (BenchStore store = BenchStore.open(place, BenchStore.tuning(), writers);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return rate(threads, number -> write(store, number));
    } finally {
      BenchStore.remove(place);
    }
  }

  private double raw(List<RawCommit> recorded, Path place) throws Exception {
    try (RawDatabase raw = RawDatabase.open(place, BenchStore.tuning());
        ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      List<RawCommit> appends = new ArrayList<>();
      for (RawCommit commit : recorded) {
        if (commit.hasContent()) {
          appends.add(commit);
        } else {
          raw.write(commit, false);
        }
      }
      return rate(threads, number -> raw.write(appends.get(number), true));
    } finally {
      BenchStore.remove(place);
    }
  }

  private void write(BenchStore store, int number) {
    if (delivers) {
      store.deliver(number % writers, number, letters.get(number));
    } else {
      store.append(number % writers, letters.get(number));
    }
  }

  private double rate(ExecutorService threads, Write write)
      throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      int first = writer;
      running.add(
          threads.submit(
              () -> {
                for (int number = first; number < letters.size(); number += writers) {
                  write.letter(number);
                }
                return null;
              }));
    }
    for (Future<?> future : running) {
      future.get();
    }
    return letters.size() / ((System.nanoTime() - begun) / 1e9);
  }

  /** Writes one letter. */
  private interface Write {
    void letter(int number) throws RocksDBException;
  }
}
