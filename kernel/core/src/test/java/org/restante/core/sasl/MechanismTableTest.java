package org.restante.core.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
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
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

class MechanismTableTest {
  private static final InetAddress PEER = InetAddress.getLoopbackAddress();
  private static final Account TIM =
      new Account(new AccountId(1), "tim@localhost", List.of(), QuotaLimits.NONE, false, true);

  private final MechanismTable table = new MechanismTable(new OnlyTim());

  private SaslExchange start(String mechanism) {
    return table.start(mechanism, PEER).orElseThrow();
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
    SaslExchange plain = new MechanismTable().start("PLAIN", PEER).orElseThrow();
    assertThat(respond(plain, "\0tim\0x")).isEqualTo(new SaslStep.Denied(Reason.UNAVAILABLE));
  }

  @Test
  void offersNothingElse() {
    assertThat(table.mechanisms()).containsExactly("PLAIN", "LOGIN");
    assertThat(table.start("GSSAPI", PEER)).isEmpty();
  }

  private static final class OnlyTim implements Authenticator {
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
  }
}
