package org.restante.admin.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.Authentication;
import org.restante.account.Authentication.Denied;
import org.restante.account.Authentication.Granted;
import org.restante.account.Authentication.Reason;
import org.restante.account.IssuedPassword;
import org.restante.account.QuotaLimits;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.engine.MemoryEngine;

class PasswordsTest {

  private static final InetAddress PEER = InetAddress.getLoopbackAddress();
  private static final Authentication WRONG = new Denied(Reason.INVALID_CREDENTIALS);

  private final ManualTicker time = new ManualTicker();
  private final CountedHash hash = new CountedHash();
  private final AccountDirectory accounts =
      EngineMailStore.over(
              new MemoryEngine(), new SimpleMeterRegistry(), MailStoreSettings.defaults())
          .accounts();
  private final Passwords passwords =
      new Passwords(
          accounts,
          hash,
          new VerifiedCredentials(Duration.ofMinutes(5), time),
          new Brake(3, Duration.ofMinutes(1), time),
          2,
          4096);
  private final Account user =
      accounts.create("user1@localhost", passwords.hash("pass"), QuotaLimits.NONE);

  @Test
  void theRightPasswordIsLetIn() {
    assertThat(login("user1", "pass")).isEqualTo(new Granted(user));
    assertThat(login("USER1@LOCALHOST", "pass")).isEqualTo(new Granted(user));
    assertThat(login("user1", "wrong")).isEqualTo(WRONG);
  }

  @Test
  void anUnknownAccountLooksAndCostsLikeAWrongPassword() {
    assertThat(login("nobody", "pass")).isEqualTo(WRONG);
    assertThat(hash.verified).hasValue(1);
  }

  @Test
  void aRememberedPasswordCostsNoHash() {
    login("user1", "pass");
    login("user1", "pass");
    assertThat(hash.verified).hasValue(1);
  }

  @Test
  void aWrongPasswordIsNeverRemembered() {
    login("user1", "wrong");
    login("user1", "wrong");
    assertThat(hash.verified).hasValue(2);
  }

  @Test
  void aChangedPasswordStopsWorkingAtOnce() {
    login("user1", "pass");
    passwords.setPassword(user.id(), "new");
    assertThat(login("user1", "pass")).isEqualTo(WRONG);
    assertThat(login("user1", "new")).isInstanceOf(Granted.class);
  }

  @Test
  void anApplicationPasswordOpensAsWell() {
    IssuedPassword phone = passwords.issue(user.id(), " phone ");
    IssuedPassword car = passwords.issue(user.id(), "car");
    assertThat(phone.entry().label()).isEqualTo("phone");
    assertThat(phone.password()).matches("[2-9a-z]{5}(-[2-9a-z]{5}){4}");
    assertThat(login("user1", phone.password())).isEqualTo(new Granted(user));
    assertThat(login("user1", car.password())).isEqualTo(new Granted(user));
    assertThat(login("user1", "pass")).isEqualTo(new Granted(user));
    assertThat(hash.verified).hasValue(3);
    accounts.revokeApplicationPassword(user.id(), phone.entry().id());
    assertThat(login("user1", phone.password())).isEqualTo(WRONG);
    assertThat(login("user1", car.password())).isEqualTo(new Granted(user));
  }

  @Test
  void aWrongApplicationPasswordCostsOneHashToo() {
    String right = passwords.issue(user.id(), "phone").password();
    String wrong = right.substring(0, right.length() - 5) + "22222";
    assertThat(login("user1", wrong)).isEqualTo(WRONG);
    assertThat(login("nobody", right)).isEqualTo(WRONG);
    assertThat(hash.verified).hasValue(2);
    assertThatThrownBy(() -> passwords.setPassword(user.id(), right))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> passwords.issue(user.id(), "  "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAccountMayHaveApplicationPasswordsOnly() {
    String phone = passwords.issue(user.id(), "phone").password();
    accounts.setCredential(user.id(), "");
    assertThat(login("user1", "pass")).isEqualTo(WRONG);
    assertThat(login("user1", phone)).isEqualTo(new Granted(user));
  }

  @Test
  void anAliasIsALoginToo() {
    accounts.addAlias(user.id(), "other@example.org");
    assertThat(login("Other@example.org", "pass")).isInstanceOf(Granted.class);
  }

  @Test
  void aDisabledAccountIsSaidToBeDisabledToItsOwnerOnly() {
    accounts.setEnabled(user.id(), false);
    assertThat(login("user1", "pass")).isEqualTo(new Denied(Reason.DISABLED));
    assertThat(login("user1", "wrong")).isEqualTo(WRONG);
  }

  @Test
  void afterTooManyWrongPasswordsEvenTheRightOneWaits() {
    for (int i = 0; i < 3; i++) {
      assertThat(login("user1", "wrong")).isEqualTo(WRONG);
    }
    assertThat(login("user1", "pass")).isEqualTo(new Denied(Reason.THROTTLED));
    time.pass(Duration.ofSeconds(61));
    assertThat(login("user1", "pass")).isInstanceOf(Granted.class);
  }

  @Test
  void manyLoginsAtATimeShareTheHash() throws Exception {
    List<Future<Authentication>> logins = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        logins.add(clients.submit(() -> login("user1", "pass")));
      }
    }
    for (Future<Authentication> login : logins) {
      assertThat(login.get()).isEqualTo(new Granted(user));
    }
    assertThat(hash.verified.get()).isBetween(1, 2); // no more than may be computed at a time
    assertThat(hash.mostAtATime.get()).isLessThanOrEqualTo(2);
  }

  private Authentication login(String name, String password) {
    return passwords.authenticate(name, password, PEER);
  }
}
