package org.restante.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.account.AccountId;

class CanaryTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.5, 0.99})
  void aShareIsThatOfAccountsInARow(double share) {
    Rollout.Canary canary = new Rollout.Canary(share, Set.of(), List.of());
    for (long first : new long[] {1, 1000, 1L << 40}) {
      long included =
          LongStream.range(first, first + 1000)
              .filter(id -> canary.includes(new AccountId(id)))
              .count();
      assertThat(included / 1000.0).isCloseTo(share, within(0.005));
    }
  }

  @Test
  void aLargerOneIncludesASmallerOne() {
    Rollout.Canary small = new Rollout.Canary(0.1, Set.of(), List.of());
    Rollout.Canary large = new Rollout.Canary(0.2, Set.of(), List.of());
    assertThat(LongStream.range(1, 1000).mapToObj(AccountId::new).filter(small::includes))
        .isNotEmpty()
        .allMatch(large::includes);
  }

  @Test
  void includesNobodyAndEverybody() {
    AccountId one = new AccountId(1);
    Rollout.Canary named = new Rollout.Canary(0, Set.of(one), List.of());
    assertThat(named.includes(one)).isTrue();
    assertThat(named.includes(new AccountId(2))).isFalse();
    Rollout.Canary all = new Rollout.Canary(1, Set.of(), List.of());
    assertThat(LongStream.range(1, 1000).mapToObj(AccountId::new)).allMatch(all::includes);
  }

  @Test
  void isForSomebody() {
    assertThatThrownBy(() -> new Rollout.Canary(0, Set.of(), List.of()))
        .hasMessageContaining("name a share, accounts or networks");
    assertThatThrownBy(() -> new Rollout.Canary(1.5, Set.of(), List.of()))
        .hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> new Rollout.Canary(Double.NaN, Set.of(), List.of()))
        .hasMessageContaining("from 0 to 1");
  }
}
