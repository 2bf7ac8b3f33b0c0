package org.restante.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.configuration.KnownKeys;
import org.restante.protocol.CommandResult;
import org.restante.protocol.SessionState;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;
import org.restante.testkit.connection.RecordedMeter;

class Pop3PluginTest {

  @Test
  void defaultsOfTheConfigurationAreThoseOfTheCode() throws ReflectiveOperationException {
    assertThat(defaultOf("inactivitySeconds")).isEqualTo(600);
    assertThat(defaultOf("takeoverAfterSeconds")).isEqualTo(30);
    assertThat(defaultOf("loginAttempts")).isEqualTo(5);
    assertThat(defaultOf("syntaxErrors")).isEqualTo(20);
    assertThat(Pop3Configuration.class.getDeclaredMethods()).hasSize(4);
    assertThat(Pop3Settings.defaults())
        .isEqualTo(new Pop3Settings(Duration.ofSeconds(600), Duration.ofSeconds(30), 5, 20));
  }

  @Test
  void refusesUnknownKeysAndSenselessNumbers() {
    KnownKeys.check(
        Map.of("service.pid", "x", "loginAttempts", 3, "felix.fileinstall.filename", "x"),
        Pop3Configuration.class);
    assertThatThrownBy(() -> KnownKeys.check(Map.of("loginAttemps", 3), Pop3Configuration.class))
        .hasMessageContaining("unknown keys [loginAttemps");
    assertThatThrownBy(() -> new Pop3Settings(Duration.ZERO, Duration.ofSeconds(1), 1, 1))
        .hasMessageContaining("inactivitySeconds");
  }

  @Test
  void tellsItsMeter() {
    Pop3World world = new Pop3World();
    RecordedMeter meter;
    try (MemoryConnection connection = MemoryConnection.to(world.plugin()).connect()) {
      meter = connection.meter();
      MemoryClient client = connection.client();
      client.expectLineStarting("+OK");
      client.send("user user1\r\nPASS wrong\r\nUSER user1\r\nPASS pass\r\nXYZ\r\nQUIT\r\n");
      client.expectLinesUntil("+OK bye");
      client.expectClosed();
    }
    assertThat(meter.states())
        .containsExactly(
            SessionState.NOT_AUTHENTICATED, SessionState.SELECTED, SessionState.LOGOUT);
    assertThat(meter.logins())
        .containsExactly(
            new RecordedMeter.Login("USER", false), new RecordedMeter.Login("USER", true));
    assertThat(meter.commands())
        .containsExactly(
            new RecordedMeter.Command("USER", CommandResult.OK),
            new RecordedMeter.Command("PASS", CommandResult.NO),
            new RecordedMeter.Command("USER", CommandResult.OK),
            new RecordedMeter.Command("PASS", CommandResult.OK),
            new RecordedMeter.Command("XYZ", CommandResult.BAD),
            new RecordedMeter.Command("QUIT", CommandResult.OK));
  }

  private static Object defaultOf(String key) throws ReflectiveOperationException {
    Method method = Pop3Configuration.class.getMethod(key);
    return method.getDefaultValue();
  }
}
