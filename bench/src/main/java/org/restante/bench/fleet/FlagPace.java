package org.restante.bench.fleet;

import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.restante.bench.client.Latencies;

/**
 * Sets and clears a flag of an account's letter at a steady pace, on a connection of its own. Of
 * the fleet's event loop.
 */
final class FlagPace {
  private static final int PATIENCE_SECONDS = 10;

  private final FleetClient client;
  private final CurrentWave wave;
  private final int watching;
  private final long interval;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private PacedFigures figures = new PacedFigures(0, 0);
  private @Nullable Future<?> patience;
  private long due;
  private long asked;
  private int changes;
  private boolean told;
  private boolean heard;

  /**
   * A pace to come.
   *
   * @param client which has selected the mailbox
   * @param watching how many sessions will hear of each change
   * @param interval between two changes, in nanoseconds
   */
  FlagPace(FleetClient client, CurrentWave wave, int watching, long interval) {
    this.client = client;
    this.wave = wave;
    this.watching = watching;
    this.interval = interval;
  }

  /** Changes the flag until time is up; a change that comes late puts none off. */
  CompletableFuture<Void> run(PacedFigures into) {
    client.listen((from, line) -> told(line));
    client.loop().execute(() -> begin(into));
    return over;
  }

  private void begin(PacedFigures into) {
    figures = into;
    due = System.nanoTime() + ThreadLocalRandom.current().nextLong(interval);
    await();
  }

  private void await() {
    later(Math.max(0, due - System.nanoTime()), this::change);
  }

  private void change() {
    if (!figures.goOn()) {
      over.complete(null);
      return;
    }
    told = false;
    heard = false;
    Latencies pushes = figures.pushes();
    Wave next = new Wave(" FETCH ", watching, pushes, this::heard);
    wave.set(next);
    asked = System.nanoTime();
    next.begin();
    client.say("d STORE 1 " + (changes++ % 2 == 0 ? "+" : "-") + "FLAGS.SILENT (\\Flagged)");
    patience = later(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS), this::miss);
  }

  private void told(String line) {
    if (line.startsWith("d OK")) {
      figures.told(System.nanoTime() - asked);
      told = true;
      goOn();
    } else if (line.startsWith("d ")) {
      System.err.println("a change was refused: " + line);
      miss();
    }
  }

  private void heard() {
    heard = true;
    goOn();
  }

  private void miss() {
    figures.miss();
    told = true;
    heard = true;
    goOn();
  }

  private void goOn() {
    if (told && heard) {
      if (patience != null) {
        patience.cancel(false);
      }
      due += interval;
      await();
    }
  }

  private Future<?> later(long nanos, Runnable task) {
    return client.loop().schedule(task, nanos, TimeUnit.NANOSECONDS);
  }
}
