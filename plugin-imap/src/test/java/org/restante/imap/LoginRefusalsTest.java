package org.restante.imap;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.account.AccountId;
import org.restante.account.Authentication;
import org.restante.account.Authentication.Reason;
import org.restante.account.Authenticator;
import org.restante.account.IssuedPassword;
import org.restante.account.ScramLogin;
import org.restante.core.sasl.MechanismTable;
import org.restante.imap.settings.ImapSettings;
import org.restante.testkit.connection.MemoryClient;
import org.restante.testkit.connection.MemoryConnection;

/**
 * What a client hears whose login is refused, whichever way it logs in.
 *
 * @rfc 5530 3
 */
class LoginRefusalsTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_CREDENTIALS, AUTHENTICATIONFAILED",
    "DISABLED, AUTHENTICATIONFAILED",
    "THROTTLED, UNAVAILABLE",
    "UNAVAILABLE, UNAVAILABLE"
  })
  void eachReasonHasItsCode(Reason reason, String code) {
    World world = new World();
    Authenticator refusing = new Refusing(reason);
    ImapPlugin plugin =
        new ImapPlugin(
            world.store(),
            world.accounts(),
            refusing,
            new MechanismTable(refusing),
            new SimpleMeterRegistry(),
            ImapSettings.defaults());
    try (MemoryConnection connection = MemoryConnection.to(plugin).connect()) {
      MemoryClient client = connection.client();
      client.expectLineStarting("* OK");
      client.sendLine("a LOGIN user1 pass");
      client.expectLineStarting("a NO [" + code + "]");
      client.sendLine("b AUTHENTICATE PLAIN AHVzZXIxAHBhc3M=");
      client.expectLineStarting("b NO [" + code + "]");
    }
  }

  private record Refusing(Reason reason) implements Authenticator {
    @Override
    public Authentication authenticate(String login, String password, InetAddress peer) {
      return new Authentication.Denied(reason);
    }

    @Override
    public boolean offersScram() {
      return false;
    }

    @Override
    public ScramLogin scram(String login, InetAddress peer) {
      throw new IllegalStateException("not offered");
    }

    @Override
    public void setPassword(AccountId account, String password) {
      throw new IllegalStateException("not for tests");
    }

    @Override
    public IssuedPassword issue(AccountId account, String label) {
      throw new IllegalStateException("not for tests");
    }

    @Override
    public String hash(String password) {
      throw new IllegalStateException("not for tests");
    }
  }
}
