package org.restante.core.configuration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.core.limits.Limits;
import org.restante.core.limits.LimitsConfig;

class KnownKeysTest {

  @Test
  void refusesAKeyThatNobodyReads() {
    assertThatThrownBy(
            () ->
                KnownKeys.check(
                    Map.of("service.pid", "org.restante.core.limits", "maxConections", 5),
                    LimitsConfig.class))
        .hasMessageContaining("org.restante.core.limits.config")
        .hasMessageContaining("[maxConections]")
        .hasMessageContaining("maxConnections");
  }

  @Test
  void leavesTheFrameworksKeysAlone() {
    Map<String, String> properties =
        Map.of("service.pid", "x", "felix.fileinstall.filename", "y", "component.id", "7");
    assertThatCode(() -> KnownKeys.check(properties, LimitsConfig.class)).doesNotThrowAnyException();
  }

  @Test
  void refusesAValueThatMakesNoSense() {
    Map<String, String> values = Map.of("plaintextLogin", "sometimes");
    assertThatThrownBy(() -> new Limits(Defaults.of(LimitsConfig.class, values), values))
        .hasMessageContaining("plaintextLogin is never, loopback or always, not 'sometimes'");
  }
}
