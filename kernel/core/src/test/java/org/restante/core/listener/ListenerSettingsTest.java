package org.restante.core.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.core.configuration.Defaults;
import org.restante.core.limits.Limits;
import org.restante.core.limits.LimitsConfig;
import org.restante.core.limits.PlaintextLogin;

class ListenerSettingsTest {

  private static ListenerSettings settings(Map<String, ?> values) {
    return settings(values, new Limits(Defaults.of(LimitsConfig.class, Map.of()), Map.of()));
  }

  private static ListenerSettings settings(Map<String, ?> values, Limits limits) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("service.pid", "org.restante.core.listener~imap");
    return ListenerSettings.of(
        Defaults.of(ListenerConfig.class, all),
        all,
        new ListenerSettings.Place(10_000, "127.0.0.1"),
        limits);
  }

  @Test
  void hasDefaultsForAllButTheProtocol() {
    ListenerSettings settings = settings(Map.of("protocol", "imap", "port", 143));
    assertThat(settings.port()).isEqualTo(10_143);
    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.backlog()).isEqualTo(1024);
    assertThat(settings.maxConnections()).isEqualTo(20_000);
    assertThat(settings.maxConnectionsPerAddress()).isEqualTo(100);
    assertThat(settings.terms().listener().name()).isEqualTo("imap");
    assertThat(settings.terms().limits().lineOctets()).isEqualTo(8192);
    assertThat(settings.terms().limits().messageOctets()).isEqualTo(50L * 1024 * 1024);
    assertThat(settings.terms().plaintextLogin()).isEqualTo(PlaintextLogin.LOOPBACK);
    assertThat(settings.terms().loginTime()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.terms().park()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void limitsThatChangeHoldForTheNextConnection() {
    Limits limits = new Limits(Defaults.of(LimitsConfig.class, Map.of()), Map.of());
    ListenerSettings general = settings(Map.of("protocol", "imap"), limits);
    ListenerSettings own = settings(Map.of("protocol", "imap", "plaintextLogin", "always"), limits);
    Map<String, Object> changed = Map.of("plaintextLogin", "never", "stallSeconds", 7);
    limits.change(Defaults.of(LimitsConfig.class, changed), changed);
    assertThat(general.terms().plaintextLogin()).isEqualTo(PlaintextLogin.NEVER);
    assertThat(general.terms().stall()).isEqualTo(Duration.ofSeconds(7));
    assertThat(own.terms().plaintextLogin()).isEqualTo(PlaintextLogin.ALWAYS);
  }

  @Test
  void bindsAnyPortWhereItIsZero() {
    assertThat(settings(Map.of("protocol", "imap")).port()).isZero();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> settings(Map.of("port", 143)))
        .hasMessageContaining("protocol is missing");
    assertThatThrownBy(() -> settings(Map.of("protocol", "imap", "port", 60_000)))
        .hasMessageContaining("port 60000 + base port 10000 is no port");
    assertThatThrownBy(() -> settings(Map.of("protocol", "imap", "prot", 1)))
        .hasMessageContaining("unknown keys [prot]");
  }
}
