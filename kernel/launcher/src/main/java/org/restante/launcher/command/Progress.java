package org.restante.launcher.command;

import java.io.PrintWriter;
import org.restante.launcher.archive.Tally;

/** Counts what is done and says so about once a second. Thread-safe. */
final class Progress implements Tally {

  private static final long STEP_NANOS = 1_000_000_000L;

  private final String verb;
  private final PrintWriter out;
  private final long start = System.nanoTime();
  private long lastReport = start;
  private long done;
  private long failed;

  Progress(String verb, PrintWriter out) {
    this.verb = verb;
    this.out = out;
  }

  @Override
  public synchronized void done(long letters) {
    done += letters;
    if (System.nanoTime() - lastReport >= STEP_NANOS) {
      report();
    }
  }

  @Override
  public synchronized void failed(String why) {
    failed++;
    out.println(why);
  }

  synchronized long failed() {
    return failed;
  }

  synchronized void finish() {
    report();
  }

  private void report() {
    lastReport = System.nanoTime();
    double seconds = Math.max(1e-3, (lastReport - start) / 1e9);
    out.printf("%s %d, failed %d, %.0f/s%n", verb, done, failed, done / seconds);
    out.flush();
  }
}
