package org.restante.bench.fleet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.restante.bench.client.Latencies;
import org.restante.bench.client.LineClient;

/** The sessions of one account, and somebody who changes things there. */
final class AccountFleet implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final FleetOptions options;
  private final String user;
  private final CurrentWave wave = new CurrentWave();
  private final List<IdleSession> sessions = new ArrayList<>();

  AccountFleet(FleetOptions options, String user) {
    this.options = options;
    this.user = user;
  }

  /** One more session; blocks until it is in IDLE. */
  void open(ExecutorService threads) throws IOException {
    IdleSession session = IdleSession.open(options, user, wave);
    synchronized (sessions) {
      sessions.add(session);
    }
    threads.execute(session::listen);
  }

  /** A letter comes in. */
  void letter(int round, Latencies latencies) throws IOException, InterruptedException {
    Wave next = new Wave(" EXISTS", sessions.size(), latencies);
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
    await(next, "letter");
  }

  /** The last message's flag is set, and cleared the next time. */
  void flag(int round, Latencies latencies) throws IOException, InterruptedException {
    Wave next = new Wave(" FETCH ", sessions.size(), latencies);
    wave.set(next);
    try (LineClient imap = LineClient.connect(options.host(), options.port(), options.tls())) {
      imap.await("* OK");
      imap.command("a", "LOGIN " + user + " pass");
      imap.command("b", "SELECT INBOX");
      next.begin();
      imap.command("c", "STORE 1 " + (round % 2 == 0 ? "+" : "-") + "FLAGS.SILENT (\\Flagged)");
      await(next, "flag");
    }
  }

  /** Somebody who is going to change flags here. */
  FlagPace pace() throws IOException {
    return FlagPace.open(options, user, wave, sessions.size());
  }

  @Override
  public void close() throws IOException {
    for (IdleSession session : sessions) {
      session.close();
    }
  }

  private void await(Wave next, String what) throws InterruptedException {
    if (!next.await(PATIENCE_SECONDS)) {
      System.err.println(user + ": not every session heard of the " + what);
    }
  }
}
