package org.restante.mailstore;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads settings as operators write them; what it does not know fails loudly. */
final class ConfiguredSettings {
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,12}) ?([A-Za-z]+)");
  private static final Map<String, Long> OCTETS =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
  private static final Map<String, Duration> TIMES =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  /** Keys that configuration admin and its agents add by themselves. */
  private static final Pattern FOREIGN =
      Pattern.compile("(service|component|felix|osgi|org\\.osgi|objectClass)(\\..*)?|\\..*");

  private ConfiguredSettings() {}

  static MailStoreSettings of(MailStoreConfiguration configured) {
    return new MailStoreSettings(
        configured.domain(),
        time("engineWait", configured.engineWait()),
        octets("viewMemory", configured.viewMemory()),
        configured.accountsInMemory(),
        configured.mailboxes(),
        configured.keywords(),
        configured.flags(),
        time("expungedAge", configured.expungedAge()),
        configured.expungedRows(),
        configured.changeRows(),
        time("deliveryMemory", configured.deliveryMemory()));
  }

  /** Fails where a configuration has a key that we don't know: it would do nothing, silently. */
  static void refuseUnknown(Map<String, ?> configured) {
    Set<String> known =
        Arrays.stream(MailStoreConfiguration.class.getDeclaredMethods())
            .map(Method::getName)
            .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(configured.keySet());
    unknown.removeAll(known);
    unknown.removeIf(key -> FOREIGN.matcher(key).matches());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "org.restante.mailstore does not know " + unknown + ", only " + new TreeSet<>(known));
    }
  }

  private static long octets(String key, String text) {
    Matcher form = QUANTITY.matcher(text.strip());
    if (form.matches() && OCTETS.get(form.group(2)) instanceof Long unit) {
      return Math.multiplyExact(Long.parseLong(form.group(1)), unit);
    }
    throw new IllegalArgumentException(
        key + " is \"" + text + "\" and should be a size with a unit, as in 64MiB");
  }

  private static Duration time(String key, String text) {
    Matcher form = QUANTITY.matcher(text.strip());
    if (form.matches() && TIMES.get(form.group(2)) instanceof Duration unit) {
      return unit.multipliedBy(Long.parseLong(form.group(1)));
    }
    throw new IllegalArgumentException(
        key + " is \"" + text + "\" and should be a duration with a unit, as in 10s");
  }
}
