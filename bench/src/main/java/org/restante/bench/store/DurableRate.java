package org.restante.bench.store;

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

/**
 * Durable appends a second, against batches of the same rows written by RocksDB alone: {@code
 * --writers N --letters N --slices N --warm-up N --octets N --how append|deliver --directory DIR}.
 *
 * <p>Our writers are virtual threads, as the server's are; those of the bare database are platform
 * threads. Each writes to an account of its own; slices of the same letters go to one and the other
 * in turn.
 */
public final class DurableRate {
  private final Path directory;
  private final int writers;
  private final boolean delivers;
  private final int slices;
  private final int warmUp;
  private final List<byte[]> letters;

  private DurableRate(Arguments arguments) {
    directory = arguments.directory();
    writers = arguments.number("--writers", 32);
    delivers = arguments.given().getOrDefault("--how", "append").equals("deliver");
    slices = arguments.number("--slices", 12);
    warmUp = arguments.number("--warm-up", 30_000);
    int octets = arguments.number("--octets", 20_000);
    letters =
        IntStream.range(0, arguments.number("--letters", 12_000))
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
    long octets =
        recorded.stream().filter(RawCommit::hasContent).mapToLong(RawCommit::octets).sum();
    System.out.printf("commit-octets %d%n", octets / letters.size());
    warmUp();
    try (BenchStore store =
            BenchStore.open(directory.resolve("ours"), BenchStore.tuning(), writers);
        RawDatabase raw = RawDatabase.open(directory.resolve("raw"), BenchStore.tuning());
        ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService platform = Executors.newFixedThreadPool(writers)) {
      List<RawCommit> appends = prepared(raw, recorded);
      Ratios ratios = new Ratios("rate");
      int slice = letters.size() / slices;
      for (int number = 0; number < slices; number++) {
        int from = number * slice;
        Write ours = letter -> write(store, letter);
        Write raws = letter -> raw.write(appends.get(letter), true);
        boolean oursFirst = number % 2 == 0; // a disk has good moments and bad ones
        double before = oursFirst ? 0 : rate(platform, from, slice, raws);
        double our = rate(virtual, from, slice, ours);
        double other = oursFirst ? rate(platform, from, slice, raws) : before;
        System.out.printf("slice %d ours %.0f raw %.0f%n", number, our, other);
        if (number >= slices / 6) { // the first ones are still warming up the raw side
          ratios.add(our, other);
        }
      }
      ratios.print();
    }
  }

  /**
   * Until the compilers have done their work, which is ours alone to wait for: in a store of its
   * own, so that both databases begin empty.
   */
  private void warmUp() throws Exception {
    Path warm = directory.resolve("warm");
    try (BenchStore store = BenchStore.open(warm, BenchStore.tuning(), writers);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int first = letters.size();
      int octets = letters.getFirst().length;
      Write write = number -> write(store, number, BenchLetters.letter(number, octets));
      rate(threads, first, warmUp, write);
    }
    BenchStore.remove(warm);
  }

  private static List<RawCommit> prepared(RawDatabase raw, List<RawCommit> recorded)
      throws Exception {
    List<RawCommit> appends = new ArrayList<>();
    for (RawCommit commit : recorded) {
      if (commit.hasContent()) {
        appends.add(commit);
      } else {
        raw.write(commit, false);
      }
    }
    return appends;
  }

  /** What the store writes for these letters, one commit after the other. */
  private List<RawCommit> record() throws Exception {
    Tuning usual = BenchStore.tuning();
    Tuning roomy = // nothing is flushed, so the whole log is there
        new Tuning(
            8L << 30, usual.diskThreads(), usual.background(), usual.rows(), usual.contents());
    Path recording = directory.resolve("record");
    Path recorded = directory.resolve("recorded");
    try (BenchStore store = BenchStore.open(recording, roomy, writers)) {
      for (int number = 0; number < letters.size(); number++) {
        write(store, number);
      }
      BenchStore.copy(recording, recorded); // a store that is closed has an empty log
    }
    List<RawCommit> commits = RawDatabase.recorded(recorded, roomy);
    BenchStore.remove(recording);
    BenchStore.remove(recorded);
    if (commits.stream().filter(RawCommit::hasContent).count() != letters.size()) {
      throw new IllegalStateException("the log does not have one commit for each letter");
    }
    return commits;
  }

  private void write(BenchStore store, int number) {
    write(store, number, letters.get(number));
  }

  private void write(BenchStore store, int number, byte[] letter) {
    if (delivers) {
      store.deliver(number % writers, number, letter);
    } else {
      store.append(number % writers, letter);
    }
  }

  /** Letters a second of a slice, each writer at its own. */
  private double rate(ExecutorService threads, int from, int count, Write write)
      throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      int first = from + writer;
      running.add(
          threads.submit(
              () -> {
                for (int number = first; number < from + count; number += writers) {
                  write.letter(number);
                }
                return null;
              }));
    }
    for (Future<?> future : running) {
      future.get();
    }
    return count / ((System.nanoTime() - begun) / 1e9);
  }

  /** Writes one letter. */
  private interface Write {
    void letter(int number) throws Exception;
  }
}
