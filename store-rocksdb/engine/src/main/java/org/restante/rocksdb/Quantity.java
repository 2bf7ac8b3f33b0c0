package org.restante.rocksdb;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and durations as operators write them: a number and a unit. */
public final class Quantity {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}) ?([A-Za-z]+)");
  private static final Map<String, Long> OCTETS =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);
  private static final Map<String, LongFunction<Duration>> TIMES =
      Map.of(
          "ms", Duration::ofMillis,
          "s", Duration::ofSeconds,
          "m", Duration::ofMinutes,
          "h", Duration::ofHours,
          "d", Duration::ofDays);

  private Quantity() {}

  /** Octets: {@code 256MiB}. */
  public static long octets(String key, String text) {
    Matcher form = FORM.matcher(text.strip());
    Long unit = form.matches() ? OCTETS.get(form.group(2)) : null;
    if (unit != null) {
      return Math.multiplyExact(Long.parseLong(form.group(1)), unit);
    }
    throw refused(key, text, "a size with a unit, as in 256MiB (B, KiB, MiB, GiB, TiB)");
  }

  /** A duration: {@code 24h}. */
  public static Duration time(String key, String text) {
    Matcher form = FORM.matcher(text.strip());
    LongFunction<Duration> unit = form.matches() ? TIMES.get(form.group(2)) : null;
    if (unit != null) {
      return unit.apply(Long.parseLong(form.group(1)));
    }
    throw refused(key, text, "a duration with a unit, as in 24h (ms, s, m, h, d)");
  }

  private static IllegalArgumentException refused(String key, String text, String wanted) {
    return new IllegalArgumentException(key + " is \"" + text + "\" and should be " + wanted);
  }
}
