package org.restante.pop3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.restante.configuration.KnownKeys;
import org.restante.core.sasl.MechanismTable;
import org.restante.protocol.CommandResult;
import org.restante.protocol.SessionState;
import org.restante.testkit.account.BrokenAuthenticator;
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
    assertThat(defaultOf("expire")).isEqualTo("never");
    assertThat(Pop3Configuration.class.getDeclaredMethods()).hasSize(5);
    assertThat(Pop3Settings.defaults())
        .isEqualTo(
            new Pop3Settings(
                Duration.ofSeconds(600), Duration.ofSeconds(30), 5, 20, OptionalInt.empty()));
  }

  @Test
  void refusesUnknownKeysAndSenselessNumbers() {
    KnownKeys.check(
        Map.of("service.pid", "x", "loginAttempts", 3, "felix.fileinstall.filename", "x"),
        Pop3Configuration.class);
    assertThatThrownBy(() -> KnownKeys.check(Map.of("loginAttemps", 3), Pop3Configuration.class))
        .hasMessageContaining("unknown keys [loginAttemps");
    assertThatThrownBy(
            () -> new Pop3Settings(Duration.ZERO, Duration.ofSeconds(1), 1, 1, OptionalInt.empty()))
        .hasMessageContaining("inactivitySeconds");
  }

  @Test
  void expiryIsNeverOrDays() {
    assertThat(Pop3Settings.days("never")).isEmpty();
    assertThat(Pop3Settings.days("30d")).hasValue(30);
    assertThat(Pop3Settings.days("0d")).hasValue(0);
    for (String bad : new String[] {"", "30", "30h", "-1d", "Never"}) {
      assertThatThrownBy(() -> Pop3Settings.days(bad)).as("%s", bad).hasMessageContaining("30d");
    }
  }

  @Test
  void retrievedLettersExpireAndAreCounted() {
    Pop3World world = new Pop3World();
    world.deliver("Subject: one\r\n\r\n".getBytes(UTF_8));
    world.deliver("Subject: two\r\n\r\n".getBytes(UTF_8));
    retrieveOne(world, 0);
    assertThat(world.counted("expired")).isZero();
    assertThat(world.counted("retained")).isEqualTo(1);
    retrieveOne(world, 31);
    assertThat(world.counted("expired")).isEqualTo(1);
    assertThat(world.counted("retained")).isEqualTo(1);
  }

  private static void retrieveOne(Pop3World world, int later) {
    try (MemoryConnection connection = world.login(world.expiring(30, later))) {
      connection.client().send("RETR 1\r\nQUIT\r\n");
      connection.client().expectLinesUntil("+OK bye");
      connection.client().expectClosed();
    }
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

  @Test
  void tellsItsMeterOfItsOwnFaultsOnly() {
    Pop3World world = new Pop3World();
    BrokenAuthenticator broken = new BrokenAuthenticator();
    Pop3Plugin plugin =
        new Pop3Plugin(
            world.store,
            broken,
            new MechanismTable(broken),
            world.registry,
            Pop3Settings.defaults());
    try (MemoryConnection connection = MemoryConnection.to(plugin).connect()) {
      MemoryClient client = connection.client();
      client.expectLineStarting("+OK");
      client.send("XYZZY\r\nUSER user1\r\n");
      client.expectLineStarting("-ERR");
      client.expectLineStarting("+OK");
      assertThat(connection.meter().faults()).isZero();
      client.send("PASS pass\r\n");
      client.expectLine("-ERR [SYS/TEMP] internal error");
      assertThat(connection.meter().faults()).isEqualTo(1);
    }
  }

  private static Object defaultOf(String key) throws ReflectiveOperationException {
    Method method = Pop3Configuration.class.getMethod(key);
    return method.getDefaultValue();
  }
}
