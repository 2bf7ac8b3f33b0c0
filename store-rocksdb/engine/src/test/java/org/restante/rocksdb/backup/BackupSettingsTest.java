package org.restante.rocksdb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The configuration's keys, their defaults and their refusals. */
class BackupSettingsTest {

  @Test
  void theDefaultsOfTheKeysAreTheDefaults() {
    assertThat(BackupSettings.of(configured(Map.of()))).isEqualTo(BackupSettings.defaults());
  }

  @Test
  void everyKeyIsUsed() {
    Map<String, ?> values =
        Map.of("directory", "/b", "interval", "6h", "keep", 3, "verify", false, "rate", "1MiB");
    assertThat(BackupSettings.of(configured(values)))
        .isEqualTo(
            new BackupSettings(Optional.of(Path.of("/b")), Duration.ofHours(6), 3, false, 1 << 20));
  }

  @Test
  void valuesOutOfBoundsAreRefusedByName() {
    for (Map.Entry<String, ?> wrong :
        List.of(
            Map.entry("interval", "1s"),
            Map.entry("interval", "often"),
            Map.entry("keep", 0),
            Map.entry("rate", "fast"))) {
      assertThatThrownBy(
              () -> BackupSettings.of(configured(Map.of(wrong.getKey(), wrong.getValue()))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.getKey());
    }
  }

  private static BackupConfiguration configured(Map<String, ?> values) {
    return (BackupConfiguration)
        Proxy.newProxyInstance(
            BackupConfiguration.class.getClassLoader(),
            new Class<?>[] {BackupConfiguration.class},
            (proxy, method, arguments) -> value(values, method));
  }

  private static Object value(Map<String, ?> values, Method method) {
    return values.containsKey(method.getName())
        ? values.get(method.getName())
        : method.getDefaultValue();
  }
}
