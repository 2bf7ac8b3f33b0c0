package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.rocksdb.table.Compression;
import org.restante.rocksdb.table.Tuning;

/** The configuration's keys, their defaults and their refusals. */
class RocksSettingsTest {

  @Test
  void theDefaultsOfTheKeysAreTheDefaults() {
    assertThat(RocksSettings.of(configured(Map.of()))).isEqualTo(RocksSettings.defaults());
    assertThat(configured(Map.of()).directory()).isEqualTo("data/rocksdb");
  }

  @Test
  void theEngineHasItsShareUnlessASizeIsSet() {
    String share = Long.toString(99 << 20);
    assertThat(RocksSettings.of(configured(Map.of()), share).tuning().memory()).isEqualTo(99 << 20);
    assertThat(RocksSettings.of(configured(Map.of("memory", "77MiB")), share).tuning().memory())
        .isEqualTo(77 << 20);
  }

  @Test
  void everyKeyIsUsed() {
    RocksSettings settings =
        RocksSettings.of(
            configured(
                Map.of(
                    "memory", "1GiB",
                    "diskThreads", 3,
                    "backgroundJobs", 4,
                    "gcGrace", "90s",
                    "gcInterval", "250ms",
                    "inOneWrite", "1MiB",
                    "chunk", "32 KiB",
                    "reserve", "0B",
                    "rowCompression", Compression.NONE,
                    "contentCompression", Compression.LZ4)));
    assertThat(settings)
        .isEqualTo(
            new RocksSettings(
                new Tuning(1 << 30, 3, 4, Compression.NONE, Compression.LZ4),
                Duration.ofSeconds(90),
                Duration.ofMillis(250),
                1 << 20,
                32 << 10,
                0));
  }

  @Test
  void aKeyThatWeDoNotKnowIsRefusedByName() {
    RocksSettings.refuseUnknown(
        Map.of(
            "memory",
            "1GiB",
            "service.pid",
            "x",
            "component.id",
            1L,
            "felix.fileinstall.filename",
            "y"));
    assertThatThrownBy(() -> RocksSettings.refuseUnknown(Map.of("memroy", "1GiB")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[memroy]");
  }

  @Test
  void aValueWithoutAUnitIsRefusedByName() {
    for (Map.Entry<String, String> wrong :
        Map.of("memory", "256", "gcGrace", "1 year", "chunk", "64kb", "reserve", "-1B")
            .entrySet()) {
      assertThatThrownBy(
              () -> RocksSettings.of(configured(Map.of(wrong.getKey(), wrong.getValue()))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.getKey() + " is \"" + wrong.getValue() + "\"");
    }
  }

  @Test
  void valuesOutOfBoundsAreRefused() {
    for (Map<String, ?> wrong :
        java.util.List.of(
            Map.of("memory", "1MiB"),
            Map.of("diskThreads", 0),
            Map.of("backgroundJobs", 1),
            Map.of("chunk", "1B"),
            Map.of("inOneWrite", "1KiB"))) {
      assertThatThrownBy(() -> RocksSettings.of(configured(wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** The annotation as Declarative Services would make it. */
  private static RocksConfiguration configured(Map<String, ?> values) {
    return (RocksConfiguration)
        Proxy.newProxyInstance(
            RocksConfiguration.class.getClassLoader(),
            new Class<?>[] {RocksConfiguration.class},
            (proxy, method, arguments) -> value(values, method));
  }

  private static Object value(Map<String, ?> values, Method method) {
    return values.containsKey(method.getName())
        ? values.get(method.getName())
        : method.getDefaultValue();
  }
}
