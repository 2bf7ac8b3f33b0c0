package org.restante.admin.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.account.AccountId;
import org.restante.deploy.Network;
import org.restante.deploy.Rollout;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.engine.MemoryEngine;

class AudiencesTest {
  private final EngineMailStore store =
      EngineMailStore.over(
          new MemoryEngine(), new SimpleMeterRegistry(), MailStoreSettings.defaults());
  private final Audiences audiences = new Audiences(store.accounts());

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource({"5%, 0.05", "0.05, 0.05", "12.5%, 0.125", "100%, 1", "1, 1"})
  void readsShares(String text, double share) {
    assertThat(audiences.read(text, "", ""))
        .isEqualTo(new Rollout.Canary(share, Set.of(), List.of()));
  }

  @Test
  void readsAccountsAndNetworks() {
    AccountId ada = store.accounts().create("ada", "").id();
    AccountId bob = store.accounts().create("bob@example.org", "").id();
    assertThat(audiences.read("", "ada, bob@example.org", "10.0.0.0/8,::1"))
        .isEqualTo(
            new Rollout.Canary(
                0, Set.of(ada, bob), List.of(Network.parse("10.0.0.0/8"), Network.parse("::1"))));
  }

  @Test
  void isForEveryoneWhereNobodyIsNamed() {
    assertThat(audiences.read("", "", "")).isEqualTo(new Rollout.Everyone());
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> audiences.read("few", "", "")).hasMessageContaining("5% or 0.05");
    assertThatThrownBy(() -> audiences.read("101%", "", "")).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> audiences.read("0%", "", "")).hasMessageContaining("name a share");
    assertThatThrownBy(() -> audiences.read("", "nobody", ""))
        .hasMessageContaining("there is no account nobody");
    assertThatThrownBy(() -> audiences.read("", "", "10.0.0.0/40"))
        .hasMessageContaining("0 to 32 bits");
  }
}
