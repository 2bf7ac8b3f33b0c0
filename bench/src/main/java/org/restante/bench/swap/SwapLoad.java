package org.restante.bench.swap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.restante.bench.client.Latencies;
import org.restante.bench.client.LineClient;

/**
 * Opens all sessions, says {@code ready}, and keeps them busy; lines on standard input move it on:
 * {@code during}, {@code after}, {@code end}. While it works, {@code slice MILLIS COMMANDS P50 P99}
 * tells of each fifth of a second; at the end it says one figure a line.
 *
 * <p>It needs accounts {@code user1} … for the active sessions, {@code pop1} … for POP3 and {@code
 * recv1} … for deliveries, all with an empty INBOX and the password {@code pass}.
 */
public final class SwapLoad {
  private static final int AT_A_TIME = 64;
  private static final int SLICE_MILLIS = 200;
  private static final int END_MINUTES = 3;

  private final SwapOptions options;
  private final Journal journal = new Journal();
  private final List<Mailbox> mailboxes = new ArrayList<>();
  private final List<Writer> writers = new ArrayList<>();
  private final List<IdleWatcher> watchers = new ArrayList<>();
  private final List<PopReader> readers = new ArrayList<>();
  private final List<Deliverer> deliverers = new ArrayList<>();

  private SwapLoad(SwapOptions options) {
    this.options = options;
  }

  /** Runs once: {@code --base --sessions --active --rate --pop3 --deliveries --visits}. */
  public static void main(String[] arguments) throws Exception {
    new SwapLoad(SwapOptions.of(arguments)).run();
    System.exit(0);
  }

  private void run() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long begun = System.nanoTime();
      open(threads);
      Journal.say("opened.seconds", seconds(begun));
      List<Future<?>> working = begin(threads);
      threads.execute(this::slices);
      Journal.say("ready", String.valueOf(watchers.size()));
      follow();
      journal.end();
      for (Future<?> work : working) {
        work.get(END_MINUTES, TimeUnit.MINUTES);
      }
      endIdle(threads);
    }
    journal.show();
    int accepted = deliverers.stream().mapToInt(Deliverer::accepted).sum();
    Journal.say("accepted", String.valueOf(accepted));
  }

  private void open(ExecutorService threads) throws Exception {
    for (int i = 0; i < options.active(); i++) {
      mailboxes.add(new Mailbox(journal));
    }
    writers.addAll(all(threads, options.active(), number -> writer(number, threads)));
    watchers.addAll(all(threads, options.sessions(), this::watcher));
    readers.addAll(all(threads, options.pop3(), this::reader));
    deliverers.addAll(all(threads, options.deliveries(), this::deliverer));
  }

  private Writer writer(int number, ExecutorService threads) throws IOException {
    String user = "user" + (number + 1);
    return new Writer(options, user, mailboxes.get(number), journal, threads);
  }

  private IdleWatcher watcher(int number) throws IOException {
    int account = number % mailboxes.size();
    return IdleWatcher.open(options, "user" + (account + 1), mailboxes.get(account), journal);
  }

  private PopReader reader(int number) throws IOException {
    String user = "pop" + (number + 1);
    try (LineClient imap = LineClient.connect(SwapOptions.HOST, options.port(143), false)) {
      imap.await("* OK");
      imap.command("a", "LOGIN " + user + " pass");
      for (int letter = 1; letter <= PopReader.LETTERS; letter++) {
        String text = "Subject: letter " + letter + "\r\n\r\n.dots\r\n";
        imap.command("b" + letter, "APPEND INBOX {" + text.length() + "+}\r\n" + text);
      }
    }
    return new PopReader(options, user, number % 2 == 0, journal);
  }

  private Deliverer deliverer(int number) throws IOException {
    return new Deliverer(options, "recv" + (number + 1), number % 2 == 0, journal);
  }

  private List<Future<?>> begin(ExecutorService threads) {
    List<Future<?>> working = new ArrayList<>();
    for (IdleWatcher watcher : watchers) {
      threads.execute(watcher::listen);
    }
    for (int i = 0; i < writers.size(); i++) {
      Writer writer = writers.get(i);
      int step = i;
      working.add(submit(threads, "writer " + i, () -> writer.work(step)));
    }
    readers.forEach(reader -> working.add(submit(threads, "a POP3 session", reader::work)));
    deliverers.forEach(one -> working.add(submit(threads, "a delivery", one::work)));
    if (options.visits() > 0) {
      Visitors visitors = new Visitors(options, journal, threads);
      working.add(submit(threads, "visitors", visitors::come));
    }
    return working;
  }

  private Future<?> submit(ExecutorService threads, String who, Journal.Work work) {
    return threads.submit(() -> journal.run(who, work));
  }

  private void follow() throws IOException {
    BufferedReader console =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = console.readLine();
    while (line != null && !line.equals("end")) {
      journal.enter(Phase.valueOf(line.toUpperCase(Locale.ROOT)));
      line = console.readLine();
    }
  }

  private void endIdle(ExecutorService threads) throws Exception {
    all(
        threads,
        watchers.size(),
        number -> {
          watchers.get(number).done();
          return number;
        });
  }

  private void slices() {
    try {
      while (!journal.ending()) {
        TimeUnit.MILLISECONDS.sleep(SLICE_MILLIS);
        Latencies slice = journal.takeSlice();
        Journal.say(
            "slice",
            System.currentTimeMillis()
                + " "
                + slice.count()
                + " "
                + slice.millis(0.5)
                + " "
                + slice.millis(0.99));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes that many, some at a time. */
  private static <T> List<T> all(ExecutorService threads, int count, Made<T> made)
      throws InterruptedException, ExecutionException {
    Semaphore places = new Semaphore(AT_A_TIME);
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      places.acquire();
      Callable<T> task =
          () -> {
            try {
              return made.make(number);
            } finally {
              places.release();
            }
          };
      futures.add(threads.submit(task));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  private static String seconds(long since) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
  }

  /** Makes one of many. */
  private interface Made<T> {
    T make(int number) throws IOException;
  }
}
