package org.restante.bench.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import org.restante.bench.client.Latencies;

/**
 * Opens sessions, lets them wait in IDLE, changes things, and measures how soon they hear. Says
 * {@code idling} when all wait and goes on at a line on standard input; then one figure a line.
 */
public final class IdleFleet {
  private static final int LOGINS_AT_A_TIME = 64;

  private final FleetOptions options;
  private final Fleet fleet;
  private final List<AccountFleet> accounts;

  private IdleFleet(FleetOptions options) throws SSLException {
    this.options = options;
    this.fleet = new Fleet(options);
    this.accounts =
        IntStream.rangeClosed(1, options.accounts())
            .mapToObj(number -> new AccountFleet(options, fleet, "user" + number))
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
    try (fleet) {
      long begun = System.nanoTime();
      open();
      double seconds = (System.nanoTime() - begun) / 1e9;
      say("logins", Long.toString(Math.round(options.sessions() / seconds)));
      say("idling", Integer.toString(options.sessions()));
      console.readLine();
      if (options.changes() > 0) {
        pace();
      } else {
        measure();
      }
    }
  }

  private void open() throws InterruptedException {
    Semaphore places = new Semaphore(LOGINS_AT_A_TIME);
    List<CompletableFuture<?>> opened = new ArrayList<>();
    for (int i = 0; i < options.sessions(); i++) {
      places.acquire();
      AccountFleet account = accounts.get(i % accounts.size());
      opened.add(account.open().whenComplete((session, failure) -> places.release()));
    }
    all(opened);
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
  private void pace() {
    List<CompletableFuture<FlagPace>> paces = accounts.stream().map(AccountFleet::pace).toList();
    all(paces);
    PacedFigures figures = new PacedFigures(options.warmUp(), options.seconds());
    all(paces.stream().map(pace -> pace.join().run(figures)).toList());
    show("flag", figures.heard());
    show("ok", figures.told());
    say("rate", Long.toString(Math.round(figures.rate())));
    say("missed", Integer.toString(figures.missed()));
  }

  private static void all(List<? extends CompletableFuture<?>> futures) {
    CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
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
