package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.ApplicationPassword;
import org.restante.account.QuotaLimits;
import org.restante.refusal.LimitReached;
import org.restante.refusal.NoSuchAccount;

/** The directory of accounts. */
interface AccountContract extends StoreUnderTest {

  private AccountDirectory accounts() {
    return world().accounts();
  }

  @Test
  default void aNewAccountIsInTheDefaultDomainEnabledAndHasAnInbox() {
    Account bob = accounts().create("Bob", "hash", new QuotaLimits(1_000, 10));
    assertThat(bob.address()).isEqualTo("bob@localhost");
    assertThat(bob.enabled()).isTrue();
    assertThat(accounts().find(bob.id())).contains(bob);
    assertThat(store().mailboxes(bob.id())).hasSize(1);
    assertThat(store().mailboxes(bob.id()).getFirst().name().isInbox()).isTrue();
    assertThat(store().usage(bob.id()).limits()).isEqualTo(new QuotaLimits(1_000, 10));
  }

  @Test
  default void loginsAreFoundInAnyCaseWithAndWithoutTheDefaultDomain() {
    Account eve = accounts().create("Eve@Example.ORG", "hash", QuotaLimits.NONE);
    assertThat(accounts().findByLogin("eve@example.org")).contains(eve);
    assertThat(accounts().findByLogin("EVE@EXAMPLE.org")).contains(eve);
    assertThat(accounts().findByLogin("eve")).isEmpty();
    assertThat(accounts().findByLogin("USER")).contains(user());
    assertThat(accounts().findByLogin("user@localhost")).contains(user());
    assertThat(accounts().findByLogin("user+detail@localhost")).isEmpty();
  }

  /** RFC 5233 §4: the detail is not part of the mailbox. */
  @Test
  default void addressesAreFoundWithTheirDetailAndBareOnesInTheDefaultDomain() {
    assertThat(accounts().findByAddress("user+lists@localhost")).contains(user());
    assertThat(accounts().findByAddress("User")).contains(user());
    assertThat(accounts().findByAddress("user@elsewhere.org")).isEmpty();
    Account whole = accounts().create("a+b@localhost", "hash", QuotaLimits.NONE);
    assertThat(accounts().findByAddress("a+b@localhost")).contains(whole);
  }

  @Test
  default void takenAndMalformedAddressesAreRefusedInWords() {
    assertThatThrownBy(() -> accounts().create("USER@localhost", "hash", QuotaLimits.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("taken");
    for (String bad : new String[] {"", "@localhost", "a@", "a b@localhost", "a@b@c", "a\u0000"}) {
      assertThatThrownBy(() -> accounts().create(bad, "hash", QuotaLimits.NONE))
          .as("%s", bad)
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(accounts().findByLogin(bad)).isEmpty();
      assertThat(accounts().findByAddress(bad)).isEmpty();
    }
  }

  @Test
  default void accountsAreListedByAddress() {
    accounts().create("zoe", "hash", QuotaLimits.NONE);
    accounts().create("ann", "hash", QuotaLimits.NONE);
    assertThat(accounts().list())
        .extracting(Account::address)
        .containsExactly("ann@localhost", "user@localhost", "zoe@localhost");
  }

  @Test
  default void credentialsAreKeptAndReplaced() {
    assertThat(accounts().credential(account())).contains("secret");
    accounts().setCredential(account(), "other");
    assertThat(accounts().credential(account())).contains("other");
    assertThat(accounts().replaceCredential(account(), "secret", "third")).isFalse();
    assertThat(accounts().replaceCredential(account(), "other", "third")).isTrue();
    assertThat(accounts().credential(account())).contains("third");
    Account none = accounts().create("none", "", QuotaLimits.NONE);
    assertThat(accounts().credential(none.id())).isEmpty();
    accounts().setCredential(account(), "");
    assertThat(accounts().credential(account())).isEmpty();
    assertThat(accounts().credential(new AccountId(999))).isEmpty();
  }

  @Test
  default void applicationPasswordsAreKeptBesideAndGoOneByOne() {
    ApplicationPassword tv = new ApplicationPassword("tv", "the «TV»", Instant.ofEpochSecond(5));
    ApplicationPassword car = new ApplicationPassword("car", "car", Instant.ofEpochSecond(4));
    accounts().addApplicationPassword(account(), tv, "hash of tv");
    accounts().addApplicationPassword(account(), car, "hash of car");
    assertThat(accounts().applicationPasswords(account())).containsExactly(car, tv);
    assertThat(accounts().applicationCredential(account(), "tv")).contains("hash of tv");
    assertThat(accounts().applicationCredential(account(), "other")).isEmpty();
    assertThatThrownBy(() -> accounts().addApplicationPassword(account(), tv, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(accounts().revokeApplicationPassword(account(), "tv")).isTrue();
    assertThat(accounts().revokeApplicationPassword(account(), "tv")).isFalse();
    assertThat(accounts().applicationCredential(account(), "tv")).isEmpty();
    assertThat(accounts().applicationPasswords(account())).containsExactly(car);
    assertThat(accounts().credential(account())).contains("secret");
    accounts().delete(account());
    assertThat(accounts().applicationCredential(account(), "car")).isEmpty();
  }

  @Test
  default void applicationPasswordsAreLimited() {
    for (int i = 0; i < ApplicationPassword.MOST; i++) {
      accounts()
          .addApplicationPassword(
              account(), new ApplicationPassword("p" + i, "x", Instant.EPOCH), "hash");
    }
    ApplicationPassword more = new ApplicationPassword("more", "x", Instant.EPOCH);
    assertThatThrownBy(() -> accounts().addApplicationPassword(account(), more, "hash"))
        .isInstanceOf(LimitReached.class);
    assertThatThrownBy(() -> accounts().addApplicationPassword(new AccountId(4_711), more, "hash"))
        .isInstanceOf(NoSuchAccount.class);
  }

  @Test
  default void limitsAndEnablingAreReplaced() {
    accounts().setQuota(account(), new QuotaLimits(5, 6));
    accounts().setEnabled(account(), false);
    Account changed = accounts().find(account()).orElseThrow();
    assertThat(changed.quota()).isEqualTo(new QuotaLimits(5, 6));
    assertThat(changed.enabled()).isFalse();
    assertThat(accounts().findByLogin("user")).contains(changed);
    assertThat(store().usage(account()).limits()).isEqualTo(new QuotaLimits(5, 6));
  }

  @Test
  default void aDeletedAccountIsGoneWithItsMailAndItsNumberIsNotUsedAgain() {
    AccountId old = account();
    append(inbox(), "one", "two");
    accounts().delete(old);
    assertThat(accounts().find(old)).isEmpty();
    assertThat(accounts().findByLogin("user")).isEmpty();
    assertThat(accounts().list()).isEmpty();
    assertThatThrownBy(() -> store().mailboxes(old)).isInstanceOf(NoSuchAccount.class);
    Account again = accounts().create("user", "hash", QuotaLimits.NONE);
    assertThat(again.id().value()).isGreaterThan(old.value());
    assertThat(accounts().findByLogin("user")).contains(again);
    assertThat(store().usage(again.id()).messages()).isZero();
  }

  @Test
  default void unknownAccountsAreNamed() {
    AccountId unknown = new AccountId(4_711);
    assertThat(accounts().find(unknown)).isEmpty();
    assertThatThrownBy(() -> accounts().setCredential(unknown, "x"))
        .isInstanceOf(NoSuchAccount.class);
    assertThatThrownBy(() -> accounts().delete(unknown)).isInstanceOf(NoSuchAccount.class);
    assertThatThrownBy(() -> store().usage(unknown)).isInstanceOf(NoSuchAccount.class);
  }
}
