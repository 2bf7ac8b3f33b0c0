package org.restante.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The memory that the process may take, by its shares, and what it takes. */
final class MemoryMeters implements MeterBinder {

  private static final String TOTAL = "restante.memory";
  private static final List<String> SHARES = List.of("heap", "native", "network", "jvm");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB$");

  private final Function<String, @Nullable String> properties;

  /**
   * Over the framework's properties: the launcher divides the memory.
   *
   * @param properties by name; null where there is none
   */
  MemoryMeters(Function<String, @Nullable String> properties) {
    this.properties = properties;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("restante.memory.resident", MemoryMeters::resident).register(registry);
    String total = properties.apply(TOTAL);
    if (total == null) {
      return; // started without the script: nobody has divided anything
    }
    long spare = Long.parseLong(total);
    for (String share : SHARES) {
      String octets = properties.apply(TOTAL + "." + share);
      spare -= budget(registry, share, octets == null ? 0 : Long.parseLong(octets));
    }
    budget(registry, "spare", spare);
  }

  private static long budget(MeterRegistry registry, String share, long octets) {
    Gauge.builder("restante.memory.budget", () -> octets).tag("share", share).register(registry);
    return octets;
  }

  /** In octets; not a number where the system does not tell. */
  private static double resident() {
    try {
      Matcher found = RESIDENT.matcher(Files.readString(STATUS, StandardCharsets.ISO_8859_1));
      return found.find() ? Long.parseLong(found.group(1)) * 1024.0 : Double.NaN;
    } catch (IOException untold) {
      return Double.NaN;
    }
  }
}
