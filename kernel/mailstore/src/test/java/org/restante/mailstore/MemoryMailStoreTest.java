package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.restante.account.Account;
import org.restante.inspection.StoreInspection;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.engine.MemoryEngine;
import org.restante.testkit.mail.MailStoreContract;
import org.restante.testkit.mail.MailWorld;

/** The contract on an engine of one process; at the end of each test everything agrees. */
final class MemoryMailStoreTest extends MailStoreContract {

  @Override
  protected MailWorld open() {
    EngineMailStore store =
        EngineMailStore.over(
            new MemoryEngine(), new SimpleMeterRegistry(), MailStoreSettings.defaults());
    return new MailWorld(
        store, store.accounts(), store.accounts().domains(), store.retention(), store.imports());
  }

  @Override
  protected void close(MailWorld world) {
    StoreInspection inspection = ((EngineMailStore) world.store()).inspection();
    for (Account account : world.accounts().list()) {
      assertThat(inspection.inspect(account.id())).isEmpty();
    }
    ((EngineMailStore) world.store()).close();
  }
}
