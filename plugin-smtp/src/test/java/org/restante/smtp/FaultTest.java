package org.restante.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.restante.core.sasl.MechanismTable;
import org.restante.testkit.account.BrokenAuthenticator;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

class FaultTest {
  @Test
  void tellsItsMeterOfItsOwnFaultsOnly() {
    SmtpWorld world = new SmtpWorld();
    SmtpPlugin plugin =
        new SmtpPlugin(
            world.store,
            world.accounts,
            world.accounts.domains(),
            new MechanismTable(new BrokenAuthenticator()),
            world.registry,
            Clock.systemUTC(),
            SmtpSettings.defaults());
    try (MemoryConnection connection = world.hello(plugin, "submission")) {
      MemoryClient client = connection.client();
      client.send("XYZZY\r\nMAIL FROM:<user1>\r\n");
      client.expectLineStarting("500");
      client.expectLineStarting("530");
      assertThat(connection.meter().faults()).isZero();
      client.send("AUTH PLAIN AHVzZXIxAHBhc3M=\r\n");
      client.expectLine("451 4.3.0 internal error, try again later");
      assertThat(connection.meter().faults()).isEqualTo(1);
    }
  }
}
