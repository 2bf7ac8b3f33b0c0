package org.restante.admin.api;

import java.util.Map;
import java.util.function.LongConsumer;
import org.restante.admin.http.Lines;

/** Tells about every 4 MiB how far a repair is. For one thread. */
final class RepairLines implements LongConsumer {
  private static final long STEP = 4 << 20;

  private final long total;
  private final Lines.Sink sink;
  private long octets;
  private long told;

  /**
   * Of one repair.
   *
   * @param total octets of all letters, about
   */
  RepairLines(long total, Lines.Sink sink) {
    this.total = total;
    this.sink = sink;
    tell();
  }

  /** A letter was read. */
  @Override
  public void accept(long letter) {
    octets += letter;
    if (octets - told >= STEP) {
      told = octets;
      tell();
    }
  }

  private void tell() {
    sink.line(Map.of("done", "read", "octets", octets, "total", total));
  }
}
