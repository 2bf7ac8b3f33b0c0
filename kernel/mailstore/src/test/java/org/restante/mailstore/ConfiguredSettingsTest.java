package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.restante.configuration.UnusableConfiguration;
import org.restante.keyvalue.Durability;
import org.restante.mailstore.settings.Durabilities;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.mailstore.settings.Retentions;

/** The configuration: defaults, every key, and what is refused. */
final class ConfiguredSettingsTest {

  private static MailStoreConfiguration configuration(Map<String, Object> set) {
    return (MailStoreConfiguration)
        Proxy.newProxyInstance(
            MailStoreConfiguration.class.getClassLoader(),
            new Class<?>[] {MailStoreConfiguration.class, Annotation.class},
            (proxy, method, arguments) ->
                Objects.requireNonNullElse(set.get(method.getName()), method.getDefaultValue()));
  }

  @Test
  void withoutAConfigurationTheDefaultsHold() {
    assertThat(ConfiguredSettings.of(configuration(Map.of()), null))
        .isEqualTo(MailStoreSettings.defaults());
  }

  @Test
  void viewsHaveTheirShareUnlessASizeIsSet() {
    String share = Long.toString(5 << 20);
    assertThat(ConfiguredSettings.of(configuration(Map.of()), share).viewMemory())
        .isEqualTo(5 << 20);
    assertThat(
            ConfiguredSettings.of(configuration(Map.of("viewMemory", "7MiB")), share).viewMemory())
        .isEqualTo(7 << 20);
  }

  @Test
  void everyKeyIsRead() {
    MailStoreConfiguration configured =
        configuration(
            Map.ofEntries(
                Map.entry("domain", "example.org"),
                Map.entry("engineWait", "250 ms"),
                Map.entry("viewMemory", "1GiB"),
                Map.entry("accountsInMemory", 1),
                Map.entry("mailboxes", 2),
                Map.entry("keywords", 3),
                Map.entry("mailboxKeywords", 4),
                Map.entry("flags", Durability.BUFFERED),
                Map.entry("mailboxChanges", Durability.BUFFERED),
                Map.entry("expunge", Durability.BUFFERED),
                Map.entry("copyAndMove", Durability.BUFFERED),
                Map.entry("retainMessages", "1d"),
                Map.entry("retainMailboxes", "2d"),
                Map.entry("retainAccounts", "0d"),
                Map.entry("expungedAge", "4h"),
                Map.entry("expungedRows", 5),
                Map.entry("changeRows", 6),
                Map.entry("deliveryMemory", "7m"),
                Map.entry("scrubInterval", "8d"),
                Map.entry("scrubRate", "9KiB")));
    assertThat(ConfiguredSettings.of(configured, null))
        .isEqualTo(
            new MailStoreSettings(
                "example.org",
                Duration.ofMillis(250),
                1L << 30,
                1,
                2,
                3,
                4,
                new Durabilities(
                    Durability.BUFFERED,
                    Durability.BUFFERED,
                    Durability.BUFFERED,
                    Durability.BUFFERED),
                new Retentions(Duration.ofDays(1), Duration.ofDays(2), Duration.ZERO),
                Duration.ofHours(4),
                5,
                6,
                Duration.ofMinutes(7),
                Duration.ofDays(8),
                9 << 10));
  }

  @Test
  void whatIsUnknownOrMalformedFailsLoudly() {
    MailStoreConfiguration none = configuration(Map.of());
    assertThatThrownBy(() -> ConfiguredSettings.of(none, Map.of("domian", "x"), null))
        .isInstanceOf(UnusableConfiguration.class)
        .hasMessageContaining("domian");
    assertThat(ConfiguredSettings.of(none, Map.of("domain", "x", "engine.target", "(a=b)"), null))
        .isEqualTo(MailStoreSettings.defaults());
    MailStoreConfiguration senseless = configuration(Map.of("mailboxes", 0));
    assertThatThrownBy(() -> ConfiguredSettings.of(senseless, Map.of("mailboxes", 0), null))
        .isInstanceOf(UnusableConfiguration.class);
    for (String bad : new String[] {"10", "10 parsecs", "", "-1s"}) {
      assertThatThrownBy(
              () -> ConfiguredSettings.of(configuration(Map.of("engineWait", bad)), null))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ConfiguredSettings.of(configuration(Map.of("viewMemory", "64")), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ConfiguredSettings.of(configuration(Map.of("mailboxes", 0)), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
