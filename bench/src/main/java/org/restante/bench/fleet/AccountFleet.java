package org.restante.bench.fleet;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.restante.bench.client.Latencies;
import org.restante.bench.client.LineClient;
import org.restante.bench.fleet.FleetClient.Step;

/** The sessions of one account, and somebody who changes things there. */
final class AccountFleet {
  private static final int PATIENCE_SECONDS = 30;

  private final FleetOptions options;
  private final Fleet fleet;
  private final String user;
  private final CurrentWave wave = new CurrentWave();
  private final AtomicInteger watching = new AtomicInteger();

  AccountFleet(FleetOptions options, Fleet fleet, String user) {
    this.options = options;
    this.fleet = fleet;
    this.user = user;
  }

  /** One more session; it is there when it is in IDLE. */
  CompletableFuture<FleetClient> open() {
    List<Step> steps =
        List.of(
            new Step("* OK", "a LOGIN " + user + " pass"),
            new Step("a OK", "b SELECT INBOX"),
            new Step("b OK", "c IDLE"),
            new Step("+ ", ""));
    // only when a line comes: the wave that was current before may be over
    return fleet
        .open(steps, (session, line) -> wave.get().line(session, line))
        .whenComplete((session, failure) -> watching.incrementAndGet());
  }

  /** A letter comes in. */
  void letter(int round, Latencies latencies) throws IOException, InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    Wave next = new Wave(" EXISTS", watching.get(), latencies, heard::countDown);
    wave.set(next);
    try (LineClient lmtp = LineClient.connect(options.host(), options.lmtpPort(), false)) {
      lmtp.await("220");
      lmtp.expect("LHLO fleet.example", "250 ");
      lmtp.expect("MAIL FROM:<>", "250");
      lmtp.expect("RCPT TO:<" + user + "@localhost>", "250");
      lmtp.expect("DATA", "354");
      lmtp.send("Subject: round " + round + "\r\n\r\nnews");
      next.begin();
      lmtp.expect(".", "250");
    }
    await(heard, "letter");
  }

  /** The last message's flag is set, and cleared the next time. */
  void flag(int round, Latencies latencies) throws IOException, InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    Wave next = new Wave(" FETCH ", watching.get(), latencies, heard::countDown);
    wave.set(next);
    try (LineClient imap = LineClient.connect(options.host(), options.port(), options.tls())) {
      imap.await("* OK");
      imap.command("a", "LOGIN " + user + " pass");
      imap.command("b", "SELECT INBOX");
      next.begin();
      imap.command("c", "STORE 1 " + (round % 2 == 0 ? "+" : "-") + "FLAGS.SILENT (\\Flagged)");
      await(heard, "flag");
    }
  }

  /** Somebody who is going to change flags here. */
  CompletableFuture<FlagPace> pace() {
    List<Step> steps =
        List.of(
            new Step("* OK", "a LOGIN " + user + " pass"),
            new Step("a OK", "b APPEND INBOX {18+}\r\nSubject: flag\r\n\r\nx"),
            new Step("b OK", "c SELECT INBOX"),
            new Step("c OK", ""));
    long interval = 1_000_000_000L * options.accounts() / options.changes();
    return fleet
        .open(steps, (client, line) -> {})
        .thenApply(client -> new FlagPace(client, wave, watching.get(), interval));
  }

  private void await(CountDownLatch heard, String what) throws InterruptedException {
    if (!heard.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      System.err.println(user + ": not every session heard of the " + what);
    }
  }
}
