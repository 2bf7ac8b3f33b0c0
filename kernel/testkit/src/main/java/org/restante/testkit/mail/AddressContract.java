package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.refusal.NoSuchAccount;

/** Aliases: an address has one account at most. */
interface AddressContract extends StoreUnderTest {

  private AccountDirectory accounts() {
    return world().accounts();
  }

  @Test
  default void anAliasIsAnAddressForMailAndLogins() {
    assertThat(accounts().addAlias(account(), "Sales@Example.org")).isEqualTo("sales@example.org");
    accounts().addAlias(account(), "info");
    Account now = accounts().find(account()).orElseThrow();
    assertThat(now.address()).isEqualTo("user@localhost");
    assertThat(now.aliases()).containsExactly("info@localhost", "sales@example.org");
    assertThat(accounts().findByLogin("INFO")).contains(now);
    assertThat(accounts().findByAddress("sales+new@example.org")).contains(now);
    assertThat(accounts().list()).containsExactly(now);
  }

  @Test
  default void anAddressNeverHasTwoAccounts() {
    Account other = accounts().create("other", "hash");
    accounts().addAlias(account(), "info");
    assertThatThrownBy(() -> accounts().addAlias(other.id(), "info"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("taken");
    assertThatThrownBy(() -> accounts().addAlias(other.id(), "user"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> accounts().create("info", "hash", QuotaLimits.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> accounts().addAlias(account(), "info"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> accounts().addAlias(account(), "no good@@address"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> accounts().addAlias(new AccountId(4_711), "new"))
        .isInstanceOf(NoSuchAccount.class);
    assertThat(accounts().find(other.id()).orElseThrow().aliases()).isEmpty();
  }

  @Test
  default void anAliasThatWasTakenBackIsFree() {
    accounts().addAlias(account(), "info");
    assertThat(accounts().findByLogin("info")).isPresent();
    assertThat(accounts().removeAlias(account(), "INFO@localhost")).isTrue();
    assertThat(accounts().removeAlias(account(), "info")).isFalse();
    assertThat(accounts().removeAlias(account(), "user")).isFalse();
    assertThat(accounts().findByLogin("info")).isEmpty();
    assertThat(accounts().find(account()).orElseThrow().aliases()).isEmpty();
    Account other = accounts().create("info", "hash");
    assertThat(accounts().findByAddress("info")).contains(other);
  }

  @Test
  default void aDeletedAccountFreesItsAliases() {
    accounts().addAlias(account(), "info");
    assertThat(accounts().findByLogin("info")).isPresent();
    accounts().delete(account());
    assertThat(accounts().findByLogin("info")).isEmpty();
    Account other = accounts().create("other", "hash");
    accounts().addAlias(other.id(), "info");
    assertThat(accounts().findByLogin("info").orElseThrow().id()).isEqualTo(other.id());
  }
}
