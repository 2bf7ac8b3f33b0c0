package org.restante.bench.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.restante.bench.client.Latencies;

/**
 * Opens sessions, lets them wait in IDLE, changes things, and measures how soon they hear. Says
 * {@code idling} when all wait and goes on at a line on standard input; then one figure a line.
 */
public final class IdleFleet {
  private static final int LOGINS_AT_A_TIME = 64;

  private final FleetOptions options;
  private final List<AccountFleet> accounts;

  private IdleFleet(FleetOptions options) {
    this.options = options;
    this.accounts =
        IntStream.rangeClosed(1, options.accounts())
            .mapToObj(number -> new AccountFleet(options, "user" + number))
            .toList();
  }

  /**
   * Runs one fleet: {@code --port --tls --lmtp-port --sessions --accounts}, and {@code --rounds} or
   * {@code --changes --warm-up --seconds}.
   */
  public static void main(String[] arguments) throws Exception {
    new IdleFleet(FleetOptions.of(arguments)).run();
    System.exit(0);
  }

  private void run() throws Exception {
    BufferedReader console =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long begun = System.nanoTime();
      open(threads);
      double seconds = (System.nanoTime() - begun) / 1e9;
      say("logins", Long.toString(Math.round(options.sessions() / seconds)));
      say("idling", Integer.toString(options.sessions()));
      console.readLine();
      if (options.changes() > 0) {
        pace(threads);
      } else {
        measure();
      }
      for (AccountFleet account : accounts) {
        account.close();
      }
    }
  }

  private void open(ExecutorService threads) throws InterruptedException, ExecutionException {
    Semaphore places = new Semaphore(LOGINS_AT_A_TIME);
    List<Future<?>> opened = new ArrayList<>();
    for (int i = 0; i < options.sessions(); i++) {
      AccountFleet account = accounts.get(i % accounts.size());
      places.acquire();
      opened.add(
          threads.submit(
              () -> {
                try {
                  account.open(threads);
                } finally {
                  places.release();
                }
                return null;
              }));
    }
    for (Future<?> session : opened) {
      session.get();
    }
  }

  private void measure() throws IOException, InterruptedException {
    Latencies letters = new Latencies();
    Latencies flags = new Latencies();
    for (int round = 0; round < options.rounds(); round++) {
      for (AccountFleet account : accounts) {
        account.letter(round, letters);
        account.flag(round, flags);
      }
    }
    show("letter", letters);
    show("flag", flags);
  }

  /** Every account has its share of the changes. */
  private void pace(ExecutorService threads) throws IOException, InterruptedException {
    List<FlagPace> paces = new ArrayList<>();
    for (AccountFleet account : accounts) {
      paces.add(account.pace());
    }
    PacedFigures figures = new PacedFigures(options.warmUp(), options.seconds());
    CountDownLatch running = new CountDownLatch(paces.size());
    for (FlagPace pace : paces) {
      threads.execute(() -> pace.run(figures, running));
    }
    running.await();
    show("flag", figures.heard());
    show("ok", figures.told());
    say("rate", Long.toString(Math.round(figures.rate())));
    say("missed", Integer.toString(figures.missed()));
    for (FlagPace pace : paces) {
      pace.close();
    }
  }

  private static void show(String what, Latencies latencies) {
    say(what + ".heard", Integer.toString(latencies.count()));
    say(what + ".p50", latencies.millis(0.5));
    say(what + ".p99", latencies.millis(0.99));
    say(what + ".max", latencies.millis(1));
  }

  private static void say(String figure, String value) {
    System.out.println(figure + " " + value);
    System.out.flush();
  }
}
