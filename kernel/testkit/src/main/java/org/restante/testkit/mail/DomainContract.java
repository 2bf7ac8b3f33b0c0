package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.Domain;
import org.restante.account.DomainDirectory;
import org.restante.account.QuotaLimits;
import org.restante.refusal.NotPermitted;
import org.restante.refusal.OverQuota;

/** Domains, and the limits that their accounts have from them. */
interface DomainContract extends StoreUnderTest {

  QuotaLimits SMALL = new QuotaLimits(QuotaLimits.UNLIMITED, 1);
  QuotaLimits LARGE = new QuotaLimits(QuotaLimits.UNLIMITED, 2);

  private AccountDirectory accounts() {
    return world().accounts();
  }

  private DomainDirectory domains() {
    return world().domains();
  }

  private QuotaLimits limits(Account account) {
    QuotaLimits used = store().usage(account.id()).limits();
    assertThat(accounts().find(account.id()).orElseThrow().quota()).isEqualTo(used);
    assertThat(accounts().list())
        .filteredOn(listed -> listed.id().equals(account.id()))
        .extracting(Account::quota)
        .containsExactly(used);
    return used;
  }

  @Test
  default void domainsAreListedAndLocal() {
    Domain org = domains().add("Example.ORG", LARGE);
    assertThat(org).isEqualTo(new Domain("example.org", LARGE));
    domains().add("example.com", QuotaLimits.NONE);
    assertThat(domains().list())
        .extracting(Domain::name)
        .containsExactly("example.com", org.name());
    assertThat(domains().find("EXAMPLE.org")).contains(org);
    assertThat(domains().isLocal("Example.org")).isTrue();
    assertThat(domains().isLocal("LOCALHOST")).isTrue();
    assertThat(domains().isLocal("elsewhere.org")).isFalse();
    assertThat(domains().find("a@b")).isEmpty();
    for (String bad : new String[] {"example.org", "", "a@b", "a b"}) {
      assertThatThrownBy(() -> domains().add(bad, LARGE))
          .as("%s", bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  default void anAccountWithoutLimitsHasThoseOfItsDomain() {
    Account before = accounts().create("before@example.org", "hash");
    Account own = accounts().create("own@example.org", "hash", SMALL);
    Account elsewhere = accounts().create("else@example.com", "hash");
    assertThat(limits(before)).isEqualTo(QuotaLimits.NONE);
    domains().add("example.org", LARGE);
    Account after = accounts().create("after@example.org", "hash");
    assertThat(after.quota()).isEqualTo(LARGE);
    assertThat(after.ownQuota()).isFalse();
    assertThat(limits(after)).isEqualTo(LARGE);
    assertThat(limits(before)).isEqualTo(LARGE);
    assertThat(limits(own)).isEqualTo(SMALL);
    assertThat(own.ownQuota()).isTrue();
    assertThat(limits(elsewhere)).isEqualTo(QuotaLimits.NONE);
  }

  @Test
  default void aChangedDefaultHoldsAtOnce() {
    domains().add("localhost", QuotaLimits.NONE);
    accounts().inheritQuota(account());
    append(inbox(), "one");
    domains().setQuota("localhost", SMALL);
    assertThat(limits(user())).isEqualTo(SMALL);
    assertThatThrownBy(() -> append(inbox(), "two")).isInstanceOf(OverQuota.class);
    domains().setQuota("LOCALHOST", LARGE);
    append(inbox(), "two");
    accounts().setQuota(account(), SMALL);
    domains().setQuota("localhost", QuotaLimits.NONE);
    assertThat(limits(user())).isEqualTo(SMALL);
    accounts().inheritQuota(account());
    assertThat(limits(user())).isEqualTo(QuotaLimits.NONE);
    assertThatThrownBy(() -> domains().setQuota("elsewhere.org", SMALL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void aDomainGoesWhenNoAddressIsInIt() {
    domains().add("example.org", LARGE);
    accounts().addAlias(account(), "info@example.org");
    assertThatThrownBy(() -> domains().remove("example.org"))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("info@example.org");
    accounts().removeAlias(account(), "info@example.org");
    domains().remove("Example.org");
    assertThat(domains().list()).isEmpty();
    assertThat(domains().isLocal("example.org")).isFalse();
    assertThatThrownBy(() -> domains().remove("example.org"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
