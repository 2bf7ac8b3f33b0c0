package org.restante.admin.api;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.restante.account.AccountDirectory;
import org.restante.admin.http.ApiServer;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.account.PlainAuthenticator;
import org.restante.testkit.engine.MemoryEngine;

/** The pages over a store in memory. */
final class World implements AutoCloseable {

  final EngineMailStore store =
      EngineMailStore.over(
          new MemoryEngine(), new SimpleMeterRegistry(), MailStoreSettings.defaults());
  final AccountDirectory accounts = store.accounts();
  final PlainAuthenticator authenticator = new PlainAuthenticator(accounts);
  final ApiServer server;

  World(Path data) throws IOException {
    server =
        new ApiServer(data, 1 << 20)
            .with(AccountPages.PATH, new AccountPages(accounts, authenticator, store))
            .with(RetainedPages.PATH, new RetainedPages(accounts, store.retention(), store))
            .with(DeletedAccountPages.PATH, new DeletedAccountPages(store.retention()))
            .with(DomainPages.PATH, new DomainPages(store.accounts().domains()))
            .with("/api/v1/deliveries", new DeliveryPage(accounts, store))
            .with(
                "/api/v1/inspect",
                new InspectPage(accounts, store, store.inspection(), store.repair()))
            .with("/api/v1/damage", new DamagePage(accounts, store.repair()));
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
