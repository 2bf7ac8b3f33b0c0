package org.restante.bench.fleet;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.restante.bench.client.LineClient;

/** Sets and clears a flag of an account's letter at a steady pace, on a connection of its own. */
final class FlagPace implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final LineClient client;
  private final CurrentWave wave;
  private final int watching;
  private final long interval;

  private FlagPace(LineClient client, CurrentWave wave, int watching, long interval) {
    this.client = client;
    this.wave = wave;
    this.watching = watching;
    this.interval = interval;
  }

  /** Logs in, and sees to it that there is a letter. */
  static FlagPace open(FleetOptions options, String user, CurrentWave wave, int watching)
      throws IOException {
    LineClient client = LineClient.connect(options.host(), options.port(), options.tls());
    client.await("* OK");
    client.command("a", "LOGIN " + user + " pass");
    client.command("b", "APPEND INBOX {18+}\r\nSubject: flag\r\n\r\nx");
    client.command("c", "SELECT INBOX");
    long interval = 1_000_000_000L * options.accounts() / options.changes();
    return new FlagPace(client, wave, watching, interval);
  }

  /** Changes the flag until time is up; a change that comes late puts none off. */
  void run(PacedFigures figures, CountDownLatch running) {
    try {
      long due = System.nanoTime() + ThreadLocalRandom.current().nextLong(interval);
      for (int i = 0; figures.goOn(); i++) {
        LockSupport.parkNanos(due - System.nanoTime());
        change(i % 2 == 0 ? "+" : "-", figures);
        due += interval;
      }
    } catch (IOException e) {
      figures.miss();
      System.err.println("a writer has failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.countDown();
    }
  }

  private void change(String sign, PacedFigures figures) throws IOException, InterruptedException {
    Wave next = new Wave(" FETCH ", watching, figures.pushes());
    wave.set(next);
    long asked = System.nanoTime();
    next.begin();
    client.command("d", "STORE 1 " + sign + "FLAGS.SILENT (\\Flagged)");
    figures.told(System.nanoTime() - asked);
    if (!next.await(PATIENCE_SECONDS)) {
      figures.miss();
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
