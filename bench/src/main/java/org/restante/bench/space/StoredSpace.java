package org.restante.bench.space;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxView;
import org.restante.message.UidSet;
import org.restante.testkit.corpus.MixedMail;

/** Fills stores and measures their files: {@code DIRECTORY LETTERS RECIPIENTS GIGABYTES}. */
public final class StoredSpace {
  private static final int ACCOUNTS = 20;
  private static final int WRITERS = 8;
  private static final int KEPT_OF = 10;
  private static final long PATIENCE_NANOS = 600_000_000_000L;

  private final Path directory;

  private StoredSpace(Path directory) {
    this.directory = directory;
  }

  /** For the check. */
  public static void main(String[] arguments) throws Exception {
    StoredSpace space = new StoredSpace(Path.of(arguments[0]));
    space.compressed(Integer.parseInt(arguments[1]));
    space.once(Integer.parseInt(arguments[2]));
    space.shrunk((long) (Double.parseDouble(arguments[3]) * 1e9));
  }

  private static void figure(String name, double value) {
    System.out.printf("%s %.4f%n", name, value);
  }

  /** Mixed mail, some of it to many; closed and opened, so that the log is no part of it. */
  private void compressed(int letters) throws Exception {
    Path place = directory.resolve("mixed");
    long logical;
    try (MeasuredStore store = new MeasuredStore(place, ACCOUNTS)) {
      logical = fill(store, new MixedMail(1), letters, Long.MAX_VALUE, true);
    }
    try (MeasuredStore store = new MeasuredStore(place, ACCOUNTS)) {
      figure("mixed.letters", letters);
      figure("mixed.logical", logical);
      figure("mixed.unique", store.figures().octets());
      figure("mixed.physical", store.physical());
    }
  }

  /** One letter that does not compress to many accounts. */
  private void once(int recipients) throws IOException {
    Path place = directory.resolve("once");
    byte[] letter = new byte[1 << 20];
    new Random(5).nextBytes(letter);
    new MeasuredStore(place, recipients).close();
    long before;
    try (MeasuredStore store = new MeasuredStore(place, recipients)) {
      before = store.physical();
      store.deliver("to all", letter, 0, recipients);
      figure("once.blobs", store.figures().blobs());
    }
    try (MeasuredStore store = new MeasuredStore(place, recipients)) {
      figure("once.letter", letter.length);
      figure("once.grown", store.physical() - before);
    }
  }

  /** Fills, removes nine of ten, and waits until the files are small again. */
  private void shrunk(long octets) throws Exception {
    Path place = directory.resolve("shrunk");
    try (MeasuredStore store = new MeasuredStore(place, ACCOUNTS)) {
      long start = System.nanoTime();
      fill(store, new MixedMail(2), Integer.MAX_VALUE, octets, false);
      figure("full.seconds", since(start));
    }
    try (MeasuredStore store = new MeasuredStore(place, ACCOUNTS)) {
      double full = store.figures().octets();
      double physical = store.physical();
      figure("full.octets", full);
      figure("full.physical", physical);
      figure("quiet.append.ms", median(appends(store, "quiet", () -> true)));
      long start = System.nanoTime();
      for (int account = 0; account < ACCOUNTS; account++) {
        expunge(store, store.inbox(account));
      }
      figure("removed.seconds", since(start));
      await(store, physical / full);
    }
    try (MeasuredStore store = new MeasuredStore(place, ACCOUNTS)) {
      figure("live.octets", store.figures().octets());
      figure("live.physical", store.physical());
      figure("live.garbage", store.figures().garbageOctets());
    }
  }

  private void await(MeasuredStore store, double ratio) throws Exception {
    long start = System.nanoTime();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Long>> others =
          threads.submit(() -> appends(store, "meanwhile", () -> done.get() > 0));
      while (!settled(store, ratio) && System.nanoTime() - start < PATIENCE_NANOS) {
        LockSupport.parkNanos(200_000_000);
      }
      figure("collected.seconds", since(start));
      done.set(1);
      List<Long> times = others.get();
      figure("meanwhile.append.ms", median(times));
      figure("meanwhile.append.worst.ms", Collections.max(times) / 1e6);
    }
  }

  /** As small as what is left would be if it had been written alone, and a little. */
  private static boolean settled(MeasuredStore store, double ratio) throws IOException {
    double live = store.figures().octets() - store.figures().garbageOctets();
    return store.figures().garbageOctets() == 0 && store.tables() <= 1.25 * ratio * live;
  }

  private static void expunge(MeasuredStore store, MailboxRef inbox) {
    UidSet.Builder gone = new UidSet.Builder();
    MailboxView view = store.mail().view(inbox);
    for (int at = 0; at < view.exists(); at++) {
      if (at % KEPT_OF != 0) {
        gone.add(view.uid(at));
      }
    }
    store.mail().expunge(inbox, gone.build(), ExpungeScope.ALL);
  }

  /** Times of small appends, one after the other, in ns; at least 50. */
  private static List<Long> appends(
      MeasuredStore store, String id, java.util.function.BooleanSupplier enough) {
    List<Long> times = new ArrayList<>();
    while (times.size() < 50 || !enough.getAsBoolean()) {
      byte[] letter = new MixedMail(3).letter(1);
      long start = System.nanoTime();
      store.deliver(id + times.size(), letter, times.size(), 1);
      times.add(System.nanoTime() - start);
      LockSupport.parkNanos(10_000_000);
    }
    return times;
  }

  private static double median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(0L) / 1e6;
  }

  /** Letters until there are enough, or their octets are; the octets of all messages. */
  private static long fill(
      MeasuredStore store, MixedMail mail, int letters, long octets, boolean toMany)
      throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicLong sum = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        writers.add(
            threads.submit(
                () -> {
                  int number = next.getAndIncrement();
                  while (number < letters && sum.get() < octets) {
                    int to = toMany ? mail.recipients(number) : 1;
                    sum.addAndGet(store.deliver("l" + number, mail.letter(number), number, to));
                    number = next.getAndIncrement();
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    return sum.get();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
