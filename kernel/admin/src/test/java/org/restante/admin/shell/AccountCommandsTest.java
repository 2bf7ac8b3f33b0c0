package org.restante.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountDirectory;
import org.restante.account.QuotaLimits;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.account.PlainAuthenticator;
import org.restante.testkit.engine.MemoryEngine;

class AccountCommandsTest {

  private final EngineMailStore store =
      EngineMailStore.over(
          new MemoryEngine(), new SimpleMeterRegistry(), MailStoreSettings.defaults());
  private final AccountDirectory accounts = store.accounts();
  private final AccountCommands commands =
      new AccountCommands(accounts, new PlainAuthenticator(accounts), store);

  @Test
  void anAccountFromItsBeginningToItsEnd() {
    assertThat(commands.accountAdd("user1", "pass")).isEqualTo("user1@localhost");
    assertThat(commands.accounts().lines())
        .containsExactly(
            "ADDRESS          ID  STATE    MESSAGES  OCTETS  QUOTA",
            "user1@localhost  1   enabled  0         0       -");
    commands.accountQuota("user1", 500, -1);
    assertThat(accounts.findByLogin("user1").orElseThrow().quota())
        .isEqualTo(new QuotaLimits(500, QuotaLimits.UNLIMITED));
    commands.accountDisable("user1");
    assertThat(accounts.findByLogin("user1").orElseThrow().enabled()).isFalse();
    commands.accountEnable("user1");
    assertThat(accounts.findByLogin("user1").orElseThrow().enabled()).isTrue();
    commands.accountPassword("user1", "new");
    assertThat(accounts.credential(accounts.findByLogin("user1").orElseThrow().id()))
        .hasValue("new");
    commands.accountDelete("user1");
    assertThat(accounts.list()).isEmpty();
  }

  @Test
  void nobodyIsNamed() {
    assertThatThrownBy(() -> commands.accountDelete("nobody"))
        .hasMessage("there is no account nobody");
  }
}
