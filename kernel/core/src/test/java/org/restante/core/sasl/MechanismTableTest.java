package org.restante.core.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.account.Authentication;
import org.restante.account.Authentication.Reason;
import org.restante.account.Authenticator;
import org.restante.account.IssuedPassword;
import org.restante.account.QuotaLimits;
import org.restante.account.ScramKeys;
import org.restante.account.ScramLogin;
import org.restante.core.echo.EchoPlugin;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;
import org.restante.testkit.account.ScramClient;
import org.restante.testkit.connection.MemoryConnection;

class MechanismTableTest {
  private static final Account TIM =
      new Account(new AccountId(1), "tim@localhost", List.of(), QuotaLimits.NONE, false, true);

  private final MechanismTable table = new MechanismTable(new OnlyTim(true));
  private final MemoryConnection clear = MemoryConnection.to(new EchoPlugin()).connect();
  private final MemoryConnection secured =
      MemoryConnection.to(new EchoPlugin()).implicitTls().connect();
  private final MemoryConnection strict =
      MemoryConnection.to(new EchoPlugin()).plaintextLoginAllowed(false).connect();

  @AfterEach
  void close() {
    List.of(clear, secured, strict).forEach(MemoryConnection::close);
  }

  private SaslExchange start(String mechanism) {
    return start(mechanism, clear);
  }

  private SaslExchange start(String mechanism, MemoryConnection connection) {
    return table.start(mechanism, connection).orElseThrow();
  }

  private static SaslStep respond(SaslExchange exchange, String text) {
    return exchange.respond(text.getBytes(UTF_8));
  }

  private static String challenge(SaslStep step) {
    return new String(((SaslStep.Challenge) step).data(), UTF_8);
  }

  /**
   * @rfc 4616 2
   */
  @Test
  void plainTakesNameAndPasswordInOneMessage() {
    SaslExchange plain = start("plain");
    assertThat(challenge(plain.begin())).isEmpty();
    assertThat(respond(plain, "\0tim\0tanstaaftanstaaf")).isEqualTo(new SaslStep.Granted(TIM));
    assertThat(respond(start("PLAIN"), "tim\0tim\0tanstaaftanstaaf"))
        .isEqualTo(new SaslStep.Granted(TIM));
  }

  @Test
  void whoActsForItselfMaySayItsAddress() {
    assertThat(respond(start("PLAIN"), "Tim@localhost\0tim\0tanstaaftanstaaf"))
        .isEqualTo(new SaslStep.Granted(TIM));
    assertThat(respond(start("PLAIN"), "Tim@localhost\0tim\0wrong"))
        .isEqualTo(new SaslStep.Denied(Reason.INVALID_CREDENTIALS));
  }

  @Test
  void plainLetsNobodyActForSomebodyElse() {
    assertThat(respond(start("PLAIN"), "Ursel\0tim\0tanstaaftanstaaf"))
        .isEqualTo(new SaslStep.Denied(Reason.INVALID_CREDENTIALS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "tim", "\0tim", "\0\0secret", "\0tim\0", "\0tim\0secret\0", "a\0b\0c\0d"})
  void plainRefusesWhatIsNotThreeFields(String message) {
    assertThat(respond(start("PLAIN"), message)).isInstanceOf(SaslStep.Malformed.class);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThat(start("PLAIN").respond(new byte[] {0, (byte) 0xff, 0, 'x'}))
        .isInstanceOf(SaslStep.Malformed.class);
  }

  @Test
  void loginAsksForNameThenPassword() {
    SaslExchange login = start("LOGIN");
    assertThat(challenge(login.begin())).isEqualTo("Username:");
    assertThat(challenge(respond(login, "tim"))).isEqualTo("Password:");
    assertThat(respond(login, "tanstaaftanstaaf")).isEqualTo(new SaslStep.Granted(TIM));
  }

  @Test
  void loginTakesTheNameAsInitialResponse() {
    SaslExchange login = start("LOGIN");
    assertThat(challenge(respond(login, "tim"))).isEqualTo("Password:");
    assertThat(respond(login, "wrong")).isEqualTo(new SaslStep.Denied(Reason.INVALID_CREDENTIALS));
  }

  @Test
  void saysUnavailableWithoutAnAuthenticator() {
    SaslExchange plain = new MechanismTable().start("PLAIN", clear).orElseThrow();
    assertThat(respond(plain, "\0tim\0x")).isEqualTo(new SaslStep.Denied(Reason.UNAVAILABLE));
  }

  @Test
  void offersWhatTheConnectionAllows() {
    assertThat(table.mechanisms(clear)).containsExactly("SCRAM-SHA-256", "PLAIN", "LOGIN");
    assertThat(table.mechanisms(secured))
        .containsExactly("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", "PLAIN", "LOGIN");
    assertThat(table.mechanisms(strict)).containsExactly("SCRAM-SHA-256");
    assertThat(table.start("GSSAPI", clear)).isEmpty();
    MechanismTable without = new MechanismTable(new OnlyTim(false));
    assertThat(without.mechanisms(secured)).containsExactly("PLAIN", "LOGIN");
    assertThat(without.start("SCRAM-SHA-256", secured)).isEmpty();
  }

  @Test
  void asksForNoPasswordWithoutProtection() {
    assertThat(start("PLAIN", strict).begin()).isEqualTo(new SaslStep.Unprotected());
    assertThat(respond(start("LOGIN", strict), "tim")).isEqualTo(new SaslStep.Unprotected());
    assertThat(start("SCRAM-SHA-256-PLUS", strict).begin()).isEqualTo(new SaslStep.Unprotected());
  }

  /**
   * @rfc 5802 5
   */
  @Test
  void scramProvesBothSides() {
    SaslExchange scram = start("SCRAM-SHA-256", strict);
    ScramClient client = ScramClient.unbound("tim", "tanstaaftanstaaf");
    assertThat(logIn(scram, client)).isEqualTo(new SaslStep.Granted(TIM));
    assertThat(logIn(start("SCRAM-SHA-256"), ScramClient.unbound("tim", "wrong")))
        .isEqualTo(new SaslStep.Denied(Reason.INVALID_CREDENTIALS));
  }

  /**
   * @rfc 5802 6
   */
  @Test
  void scramBindsToTheChannelItHas() {
    byte[] binding = secured.channelBinding("tls-server-end-point").orElseThrow();
    ScramClient bound = ScramClient.bound("tim", "tanstaaftanstaaf", binding);
    assertThat(logIn(start("SCRAM-SHA-256-PLUS", secured), bound))
        .isEqualTo(new SaslStep.Granted(TIM));
    ScramClient between = ScramClient.bound("tim", "tanstaaftanstaaf", new byte[] {1});
    assertThat(logIn(start("SCRAM-SHA-256-PLUS", secured), between))
        .isEqualTo(new SaslStep.Denied(Reason.INVALID_CREDENTIALS));
  }

  @Test
  void scramLetsNobodyActForSomebodyElse() {
    ScramClient itself = ScramClient.actingFor("TIM@localhost", "tim", "tanstaaftanstaaf");
    assertThat(logIn(start("SCRAM-SHA-256"), itself)).isEqualTo(new SaslStep.Granted(TIM));
    ScramClient other = ScramClient.actingFor("ursel", "tim", "tanstaaftanstaaf");
    assertThat(logIn(start("SCRAM-SHA-256"), other))
        .isEqualTo(new SaslStep.Denied(Reason.INVALID_CREDENTIALS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SCRAM-SHA-256 y,,n=tim,r=x",
        "SCRAM-SHA-256 p=tls-server-end-point,,n=tim,r=x",
        "SCRAM-SHA-256-PLUS n,,n=tim,r=x",
        "SCRAM-SHA-256-PLUS p=tls-unique,,n=tim,r=x"
      })
  void scramRefusesWhatWasTamperedWith(String text) {
    String[] parts = text.split(" ");
    assertThat(respond(start(parts[0], secured), parts[1]))
        .isEqualTo(new SaslStep.Denied(Reason.INVALID_CREDENTIALS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "n,,n=tim",
        "n,,r=x,n=tim",
        "n,,n=t=im,r=x",
        "n,,m=x,n=tim,r=x",
        "n,n=tim,r=x"
      })
  void scramRefusesWhatIsNotItsForm(String message) {
    assertThat(respond(start("SCRAM-SHA-256"), message)).isInstanceOf(SaslStep.Malformed.class);
  }

  private static SaslStep logIn(SaslExchange scram, ScramClient client) {
    assertThat(challenge(scram.begin())).isEmpty();
    SaslStep step = scram.respond(client.first());
    step = scram.respond(client.last(((SaslStep.Challenge) step).data()));
    if (step instanceof SaslStep.Challenge proof) {
      client.verify(proof.data());
      step = scram.respond(new byte[0]);
    }
    return step;
  }

  private record OnlyTim(boolean offersScram) implements Authenticator {
    private static final ScramKeys KEYS =
        ScramKeys.of("tanstaaftanstaaf", "salt and pepper".getBytes(UTF_8), 4096);

    @Override
    public ScramLogin scram(String login, InetAddress peer) {
      return new TimsLogin();
    }

    @Override
    public Authentication authenticate(String login, String password, InetAddress peer) {
      return login.equals("tim") && password.equals("tanstaaftanstaaf")
          ? new Authentication.Granted(TIM)
          : new Authentication.Denied(Reason.INVALID_CREDENTIALS);
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

    private static final class TimsLogin implements ScramLogin {
      @Override
      public byte[] salt() {
        return KEYS.salt();
      }

      @Override
      public int iterations() {
        return KEYS.iterations();
      }

      @Override
      public Verdict verify(byte[] exchange, byte[] proof) {
        Optional<byte[]> signature = KEYS.signature(exchange, proof);
        return new Verdict(
            signature.isPresent()
                ? new Authentication.Granted(TIM)
                : new Authentication.Denied(Reason.INVALID_CREDENTIALS),
            signature);
      }
    }
  }
}
