package org.restante.core.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.core.configuration.Defaults;

class LimitsTest {

  private static Limits limits(Map<String, ?> values) {
    return new Limits(Defaults.of(LimitsConfig.class, values), values);
  }

  @Test
  void hasDefaults() {
    Limits limits = limits(Map.of());
    assertThat(limits.maxConnections()).isEqualTo(100_000);
    assertThat(limits.stall()).isEqualTo(Duration.ofMinutes(2));
    assertThat(limits.shutdown()).isEqualTo(Duration.ofSeconds(3));
    assertThat(limits.handshake()).isEqualTo(Duration.ofSeconds(30));
    assertThat(limits.plaintextLogin()).isEqualTo(PlaintextLogin.LOOPBACK);
  }

  @Test
  void allowsPasswordsInClearWhereTheOperatorSaysSo() throws UnknownHostException {
    InetAddress far = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
    assertThat(PlaintextLogin.LOOPBACK.allows(far)).isFalse();
    assertThat(PlaintextLogin.LOOPBACK.allows(InetAddress.getLoopbackAddress())).isTrue();
    assertThat(PlaintextLogin.ALWAYS.allows(far)).isTrue();
    assertThat(PlaintextLogin.NEVER.allows(InetAddress.getLoopbackAddress())).isFalse();
  }

  @Test
  void refusesAValueThatMakesNoSense() {
    assertThatThrownBy(() -> limits(Map.of("plaintextLogin", "sometimes")))
        .hasMessageContaining("plaintextLogin is never, loopback or always, not 'sometimes'");
  }
}
