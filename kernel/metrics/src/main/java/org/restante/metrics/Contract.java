package org.restante.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names with the base units and help texts that dashboards rely on, whoever registers the meter. A
 * scraped name contains the unit, so a bundle that changed it would break every graph.
 */
final class Contract implements MeterFilter {

  private static final String PREFIX = "restante.";

  private final Map<String, Entry> entries;

  /** Reads {@code contract.txt}. */
  Contract() {
    InputStream file =
        Objects.requireNonNull(Contract.class.getResourceAsStream("contract.txt"), "contract.txt");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      entries =
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(Entry::parse)
              .collect(Collectors.toMap(Entry::name, entry -> entry));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().startsWith(PREFIX)) {
      return id;
    }
    Entry entry = entries.get(id.getName());
    String unit = entry == null ? id.getBaseUnit() : entry.unit();
    return new Meter.Id(
        id.getName(), Tags.of(id.getTagsAsIterable()), unit, help(id, entry), id.getType());
  }

  /** The names with their units, as a scraper sees them but for what the type adds. */
  Stream<String> names() {
    return entries.values().stream()
        .map(
            entry ->
                entry.unit() == null || entry.name().endsWith(entry.unit())
                    ? entry.name()
                    : entry.name() + "." + entry.unit())
        .map(name -> name.replace('.', '_').replaceFirst("_seconds$", ""));
  }

  /** A page without help texts does not pass the checks of its readers. */
  private static String help(Meter.Id id, @Nullable Entry entry) {
    if (entry != null) {
      return entry.help();
    }
    String own = id.getDescription();
    return own == null || own.isBlank() ? id.getName().replace('.', ' ') : own;
  }

  private record Entry(String name, @Nullable String unit, String help) {

    static Entry parse(String line) {
      String[] parts = line.split("\\|", 3);
      String unit = parts[1].strip();
      return new Entry(PREFIX + parts[0].strip(), unit.isEmpty() ? null : unit, parts[2].strip());
    }
  }
}
