package org.restante.mailstore;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.restante.configuration.KnownKeys;
import org.restante.mailstore.settings.Durabilities;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.mailstore.settings.Retentions;

/** Reads settings as operators write them; what it does not know fails loudly. */
final class ConfiguredSettings {
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,12}) ?([A-Za-z]+)");
  private static final Map<String, Long> OCTETS =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
  private static final Map<String, LongFunction<Duration>> TIMES =
      Map.of(
          "ms", Duration::ofMillis,
          "s", Duration::ofSeconds,
          "m", Duration::ofMinutes,
          "h", Duration::ofHours,
          "d", Duration::ofDays);

  private ConfiguredSettings() {}

  /**
   * Reads a component's configuration; one that can't be used is logged in one line.
   *
   * @param viewShare octets that the launcher gives to views; null: it has not divided any
   */
  static MailStoreSettings of(
      MailStoreConfiguration configured, Map<String, ?> properties, @Nullable String viewShare) {
    KnownKeys.check(properties, MailStoreConfiguration.class);
    try {
      return of(configured, viewShare);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw KnownKeys.refused(properties, String.valueOf(e.getMessage()));
    }
  }

  static MailStoreSettings of(MailStoreConfiguration configured, @Nullable String viewShare) {
    return MailStoreSettings.builder()
        .domain(configured.domain())
        .engineWait(time("engineWait", configured.engineWait()))
        .viewMemory(viewMemory(configured.viewMemory(), viewShare))
        .accountsInMemory(configured.accountsInMemory())
        .mailboxes(configured.mailboxes())
        .keywords(configured.keywords())
        .mailboxKeywords(configured.mailboxKeywords())
        .durability(durability(configured))
        .retention(retention(configured))
        .expungedAge(time("expungedAge", configured.expungedAge()))
        .expungedRows(configured.expungedRows())
        .changeRows(configured.changeRows())
        .deliveryMemory(time("deliveryMemory", configured.deliveryMemory()))
        .scrubInterval(time("scrubInterval", configured.scrubInterval()))
        .scrubRate(octets("scrubRate", configured.scrubRate()))
        .build();
  }

  private static Durabilities durability(MailStoreConfiguration configured) {
    return new Durabilities(
        configured.flags(),
        configured.mailboxChanges(),
        configured.expunge(),
        configured.copyAndMove());
  }

  private static Retentions retention(MailStoreConfiguration configured) {
    return new Retentions(
        time("retainMessages", configured.retainMessages()),
        time("retainMailboxes", configured.retainMailboxes()),
        time("retainAccounts", configured.retainAccounts()));
  }

  private static long viewMemory(String configured, @Nullable String share) {
    if (!configured.equals("auto")) {
      return octets("viewMemory", configured);
    }
    return share == null ? MailStoreSettings.defaults().viewMemory() : Long.parseLong(share);
  }

  private static long octets(String key, String text) {
    Matcher form = QUANTITY.matcher(text.strip());
    Long unit = form.matches() ? OCTETS.get(form.group(2)) : null;
    if (unit != null) {
      return Math.multiplyExact(Long.parseLong(form.group(1)), unit);
    }
    throw new IllegalArgumentException(
        key + " is \"" + text + "\" and should be a size with a unit, as in 64MiB");
  }

  private static Duration time(String key, String text) {
    Matcher form = QUANTITY.matcher(text.strip());
    LongFunction<Duration> unit = form.matches() ? TIMES.get(form.group(2)) : null;
    if (unit != null) {
      return unit.apply(Long.parseLong(form.group(1)));
    }
    throw new IllegalArgumentException(
        key + " is \"" + text + "\" and should be a duration with a unit, as in 10s");
  }
}
