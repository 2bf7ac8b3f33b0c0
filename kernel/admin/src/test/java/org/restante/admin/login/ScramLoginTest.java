package org.restante.admin.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.Authentication;
import org.restante.account.Authentication.Denied;
import org.restante.account.Authentication.Granted;
import org.restante.account.Authentication.Reason;
import org.restante.account.QuotaLimits;
import org.restante.account.ScramLogin;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.account.ScramClient;
import org.restante.testkit.engine.MemoryEngine;

/**
 * @rfc 5802 3
 */
class ScramLoginTest {
  private static final InetAddress PEER = InetAddress.getLoopbackAddress();
  private static final Authentication WRONG = new Denied(Reason.INVALID_CREDENTIALS);

  private final ManualTicker time = new ManualTicker();
  private final CountedHash hash = new CountedHash();
  private final AccountDirectory accounts =
      EngineMailStore.over(
              new MemoryEngine(), new SimpleMeterRegistry(), MailStoreSettings.defaults())
          .accounts();
  private final Passwords passwords = passwords(4096);

  private Passwords passwords(int iterations) {
    return new Passwords(
        accounts,
        hash,
        new VerifiedCredentials(Duration.ofMinutes(5), time),
        new Brake(3, Duration.ofMinutes(1), time),
        2,
        iterations);
  }

  private Account account(String login, String credential) {
    return accounts.create(login, credential, QuotaLimits.NONE);
  }

  /** A whole login, whose server part is put together here. */
  private Authentication logIn(String login, String password) {
    ScramClient client = ScramClient.unbound(login, password);
    String first = new String(client.first(), UTF_8).substring(3);
    ScramLogin begun = passwords.scram(login, PEER);
    String nonce = first.substring(first.indexOf("r=") + 2) + "server";
    String salt = Base64.getEncoder().encodeToString(begun.salt());
    String challenge = "r=" + nonce + ",s=" + salt + ",i=" + begun.iterations();
    String last = new String(client.last(challenge.getBytes(UTF_8)), UTF_8);
    int at = last.indexOf(",p=");
    String exchange = first + "," + challenge + "," + last.substring(0, at);
    byte[] proof = Base64.getDecoder().decode(last.substring(at + 3));
    return begun.verify(exchange.getBytes(UTF_8), proof).authentication();
  }

  @Test
  void theRightPasswordIsLetInWithoutAHash() {
    Account user = account("user1", passwords.hash("pass"));
    assertThat(logIn("user1", "pass")).isEqualTo(new Granted(user));
    assertThat(logIn("user1", "wrong")).isEqualTo(WRONG);
    assertThat(hash.verified).hasValue(0);
  }

  @Test
  void aPasswordInClearWorksBesideIt() {
    Account user = account("user1", passwords.hash("pass"));
    assertThat(passwords.authenticate("user1", "pass", PEER)).isEqualTo(new Granted(user));
    assertThat(passwords.authenticate("user1", "wrong", PEER)).isEqualTo(WRONG);
  }

  @Test
  void anOldPasswordGetsItsKeysWhenItIsSeen() {
    Account user = account("user1", hash.hash("pass"));
    assertThat(logIn("user1", "pass")).isEqualTo(WRONG);
    passwords.authenticate("user1", "pass", PEER);
    assertThat(logIn("user1", "pass")).isEqualTo(new Granted(user));
  }

  @Test
  void theRoundsOfAnAccountStayWhateverIsConfiguredLater() {
    Account user = account("user1", passwords(5000).hash("pass"));
    assertThat(passwords.scram("user1", PEER).iterations()).isEqualTo(5000);
    passwords.setPassword(user.id(), "new");
    assertThat(logIn("user1", "new")).isEqualTo(new Granted(user));
    assertThat(logIn("user1", "pass")).isEqualTo(WRONG);
  }

  @Test
  void passwordsOfProgramsWorkUntilTheyAreTakenBack() {
    Account user = account("user1", passwords.hash("pass"));
    String program = passwords.issue(user.id(), "tv").password();
    String other = passwords.issue(user.id(), "car").password();
    assertThat(logIn("user1", program)).isEqualTo(new Granted(user));
    assertThat(logIn("user1", other)).isEqualTo(new Granted(user));
    assertThat(logIn("user1", "pass")).isEqualTo(new Granted(user));
    accounts.revokeApplicationPassword(user.id(), program.substring(0, 5));
    assertThat(logIn("user1", program)).isEqualTo(WRONG);
    assertThat(logIn("user1", other)).isEqualTo(new Granted(user));
  }

  @Test
  void anUnknownAccountHasASaltThatStays() {
    byte[] salt = passwords.scram("nobody", PEER).salt();
    assertThat(passwords.scram("nobody", PEER).salt()).isEqualTo(salt);
    assertThat(passwords.scram("nobody2", PEER).salt()).isNotEqualTo(salt);
    assertThat(logIn("nobody", "pass")).isEqualTo(WRONG);
  }

  @Test
  void tooManyWrongProofsAreThrottled() {
    account("user1", passwords.hash("pass"));
    for (int i = 0; i < 3; i++) {
      assertThat(logIn("user1", "wrong")).isEqualTo(WRONG);
    }
    assertThat(logIn("user1", "pass")).isEqualTo(new Denied(Reason.THROTTLED));
    time.pass(Duration.ofMinutes(2));
    assertThat(logIn("user1", "pass")).isInstanceOf(Granted.class);
  }

  @Test
  void aDisabledAccountStaysOut() {
    Account user = account("user1", passwords.hash("pass"));
    accounts.setEnabled(user.id(), false);
    assertThat(logIn("user1", "pass")).isEqualTo(new Denied(Reason.DISABLED));
  }

  @Test
  void withoutScramNoKeysAreMade() {
    Passwords without = passwords(0);
    assertThat(without.offersScram()).isFalse();
    assertThat(without.hash("pass")).doesNotContain(" ");
    account("user1", without.hash("pass"));
    assertThat(without.authenticate("user1", "pass", PEER)).isInstanceOf(Granted.class);
  }

  @Test
  void aCredentialIsReadAsItWasWritten() {
    String text = passwords.hash("pass");
    assertThat(Credential.parse(text).text()).isEqualTo(text);
    assertThat(text).startsWith("$argon2id$").contains(" $scram-sha-256$i=4096$");
  }
}
