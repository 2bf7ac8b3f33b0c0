package org.restante.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.restante.configuration.KnownKeys;
import org.restante.protocol.CommandResult;
import org.restante.protocol.SessionState;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;
import org.restante.testkit.connection.RecordedMeter;

class SmtpPluginTest {

  @Test
  void defaultsOfTheConfigurationAreThoseOfTheCode() throws ReflectiveOperationException {
    assertThat((String[]) defaultOf("domains")).containsExactly("localhost");
    assertThat(defaultOf("postmaster")).isEqualTo("");
    assertThat(defaultOf("recipients")).isEqualTo(1000);
    assertThat(defaultOf("inactivitySeconds")).isEqualTo(300);
    assertThat(defaultOf("errors")).isEqualTo(30);
    assertThat(defaultOf("loginAttempts")).isEqualTo(5);
    assertThat(SmtpConfiguration.class.getDeclaredMethods()).hasSize(6);
    assertThat(SmtpSettings.defaults())
        .isEqualTo(new SmtpSettings(Set.of("LocalHost"), "", 1000, Duration.ofMinutes(5), 30, 5));
  }

  @Test
  void refusesUnknownKeysAndSenselessNumbers() {
    KnownKeys.check(Map.of("component.name", "x", "recipients", 3), SmtpConfiguration.class);
    assertThatThrownBy(() -> KnownKeys.check(Map.of("recipient", 3), SmtpConfiguration.class))
        .hasMessageContaining("unknown keys [recipient]");
    assertThatThrownBy(() -> new SmtpSettings(Set.of(), "", 0, Duration.ofSeconds(1), 1, 1))
        .hasMessageContaining("recipients");
  }

  @Test
  void tellsItsMeter() {
    SmtpWorld world = new SmtpWorld();
    RecordedMeter meter;
    try (MemoryConnection connection = world.hello(world.plugin(), "submission")) {
      meter = connection.meter();
      MemoryClient client = connection.client();
      client.send("AUTH PLAIN AHVzZXIxAHg=\r\nAUTH PLAIN AHVzZXIxAHBhc3M=\r\nXYZ\r\nQUIT\r\n");
      client.expectLinesUntil("221");
      assertThat(connection.account()).isPresent();
    }
    assertThat(meter.states())
        .containsExactly(
            SessionState.NOT_AUTHENTICATED, SessionState.AUTHENTICATED, SessionState.LOGOUT);
    assertThat(meter.logins())
        .containsExactly(
            new RecordedMeter.Login("PLAIN", false), new RecordedMeter.Login("PLAIN", true));
    assertThat(meter.commands())
        .containsExactly(
            new RecordedMeter.Command("EHLO", CommandResult.OK),
            new RecordedMeter.Command("AUTH", CommandResult.NO),
            new RecordedMeter.Command("AUTH", CommandResult.OK),
            new RecordedMeter.Command("XYZ", CommandResult.BAD),
            new RecordedMeter.Command("QUIT", CommandResult.OK));
  }

  private static Object defaultOf(String key) throws ReflectiveOperationException {
    return SmtpConfiguration.class.getMethod(key).getDefaultValue();
  }
}
