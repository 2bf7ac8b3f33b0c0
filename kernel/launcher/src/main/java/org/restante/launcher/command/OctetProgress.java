package org.restante.launcher.command;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how far a copy is, about once a second. */
final class OctetProgress {

  private static final long STEP_NANOS = 1_000_000_000L;
  private static final double MEGABYTE = 1e6;

  private final PrintWriter out;
  private long lastReport = System.nanoTime();

  OctetProgress(PrintWriter out) {
    this.out = out;
  }

  /** As a line of the API tells it. */
  void line(Map<String, Object> line) {
    at(String.valueOf(line.get("done")), number(line.get("octets")), number(line.get("total")));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** So many octets are done; a total of 0 is not known. */
  void at(String verb, long octets, long total) {
    if (System.nanoTime() - lastReport < STEP_NANOS) {
      return;
    }
    lastReport = System.nanoTime();
    if (total > 0) {
      out.printf("%s %.1f of %.1f MB%n", verb, octets / MEGABYTE, total / MEGABYTE);
    } else {
      out.printf("%s %.1f MB%n", verb, octets / MEGABYTE);
    }
    out.flush();
  }
}
