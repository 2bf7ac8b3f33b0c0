package org.restante.mailstore;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.engine.MemoryEngine;
import org.restante.testkit.mail.MailStoreContract;
import org.restante.testkit.mail.MailWorld;

/** The contract on an engine with guards and narrow limits. */
final class DistributedMailStoreTest extends MailStoreContract {

  @Override
  protected MailWorld open() {
    EngineMailStore store =
        EngineMailStore.over(
            new MemoryEngine(MemoryEngine.DISTRIBUTED),
            new SimpleMeterRegistry(),
            MailStoreSettings.defaults());
    return new MailWorld(
        store, store.accounts(), store.accounts().domains(), store.retention(), store.imports());
  }
}
