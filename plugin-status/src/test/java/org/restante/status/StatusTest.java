package org.restante.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.restante.account.Authenticator;
import org.restante.account.QuotaLimits;
import org.restante.configuration.KnownKeys;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.account.BrokenAuthenticator;
import org.restante.testkit.account.PlainAuthenticator;
import org.restante.testkit.connection.MemoryConnection;
import org.restante.testkit.engine.MemoryEngine;
import org.restante.testkit.transcript.MemoryTarget;
import org.restante.testkit.transcript.Transcripts;

/** In memory, over a store in memory. */
class StatusTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final EngineMailStore store =
      EngineMailStore.over(new MemoryEngine(), registry, MailStoreSettings.defaults());

  @TestFactory
  Stream<DynamicTest> transcripts() {
    return Transcripts.in("transcripts/status").on(() -> new StatusTest().target());
  }

  private MemoryTarget target() {
    PlainAuthenticator authenticator = new PlainAuthenticator(store.accounts());
    store.accounts().create("user1", authenticator.hash("pass"), QuotaLimits.NONE);
    StatusPlugin plugin = plugin(services(authenticator));
    return new MemoryTarget(store, store.accounts())
        .listener("status", () -> plugin)
        .listener("clear", () -> plugin, to -> to.plaintextLoginAllowed(false));
  }

  private StatusServices services(Authenticator authenticator) {
    return new StatusServices(store, authenticator, new StatusMeters(registry), 1800, 16);
  }

  private static StatusPlugin plugin(StatusServices services) {
    return new StatusPlugin(services);
  }

  @Test
  void isHealthyWhereTheStoreAnswers() {
    plugin(services(new BrokenAuthenticator())).checkHealth();
    assertThat(registry.get("restante.status.told").tag("source", "watch").counter().count())
        .isZero();
  }

  @Test
  void anErrorOfItsOwnIsAFault() {
    StatusPlugin plugin = plugin(services(new BrokenAuthenticator()));
    try (MemoryConnection connection = MemoryConnection.to(plugin).connect()) {
      connection.client().expectLineStarting("220");
      connection.client().sendLine("LOGIN user1 pass");
      connection.client().expectLine("451 internal error");
      assertThat(connection.meter().faults()).isEqualTo(1);
    }
  }

  @Test
  void refusesUnknownKeysAndSenselessNumbers() throws ReflectiveOperationException {
    assertThatThrownBy(() -> KnownKeys.check(Map.of("most", 3), StatusConfiguration.class))
        .hasMessageContaining("unknown keys [most]");
    assertThatThrownBy(
            () ->
                new StatusServices(
                    store, new BrokenAuthenticator(), new StatusMeters(registry), 0, 1))
        .hasMessageContaining("inactivitySeconds");
    assertThat(StatusConfiguration.class.getMethod("mostMailboxes").getDefaultValue())
        .isEqualTo(16);
    assertThat(StatusConfiguration.class.getMethod("inactivitySeconds").getDefaultValue())
        .isEqualTo(1800);
  }
}
