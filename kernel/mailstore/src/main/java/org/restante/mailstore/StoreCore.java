package org.restante.mailstore;

import io.micrometer.core.instrument.MeterRegistry;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.account.Watches;
import org.restante.mailstore.directory.StoreFormat;
import org.restante.mailstore.directory.StoredAccounts;
import org.restante.mailstore.meter.QuotaDrift;
import org.restante.mailstore.meter.StoreMeters;
import org.restante.mailstore.meter.Totals;
import org.restante.mailstore.salvage.Rounds;
import org.restante.mailstore.salvage.StoreSalvage;
import org.restante.mailstore.scrub.Scrub;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.refusal.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What outlives the engines of a mail store: its gate, watches, totals and meters. */
final class StoreCore implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StoreCore.class);

  private final MailStoreSettings settings;
  private final EngineGate gate;
  private final Watches watches = new Watches();
  private final Totals totals = new Totals();
  private final StoreMeters meters;
  private final StoredAccounts accounts;
  private final Scrub scrub;
  private final StoreSalvage salvage;
  private final Rounds rounds;

  StoreCore(MailStoreSettings settings, MeterRegistry registry) {
    QuotaDrift drift = new QuotaDrift();
    this.settings = settings;
    this.gate = new EngineGate(settings.engineWait());
    this.meters = new StoreMeters(registry, totals, drift, this::viewMemory);
    this.accounts = new StoredAccounts(gate, settings.domain());
    this.scrub = new Scrub(gate, meters, drift);
    this.salvage = new StoreSalvage(gate, scrub, meters);
    this.rounds = new Rounds(gate, salvage, settings.scrubInterval(), settings.scrubRate());
    rounds.start();
  }

  EngineGate gate() {
    return gate;
  }

  Watches watches() {
    return watches;
  }

  StoreMeters meters() {
    return meters;
  }

  StoredAccounts accounts() {
    return accounts;
  }

  Scrub scrub() {
    return scrub;
  }

  StoreSalvage salvage() {
    return salvage;
  }

  /**
   * Opens an engine, and begins to finish what was under way when it was closed.
   *
   * @throws StoreUnavailable if it can't be used
   */
  void open(KeyValueEngine engine) {
    try {
      StoreFormat.check(engine);
    } catch (StoreUnavailable e) {
      gate.refuse(String.valueOf(e.getMessage()));
      throw e;
    } catch (EngineException e) {
      gate.refuse("the engine can't be read: " + e.getMessage());
      throw new StoreUnavailable("the engine can't be read: " + e.getMessage(), e);
    }
    OpenEngine open = new OpenEngine(engine, settings, watches, totals);
    try {
      StoreSalvage.beforeUse(open);
    } catch (EngineException e) {
      gate.refuse("the engine can't be mended: " + e.getMessage());
      throw new StoreUnavailable("the engine can't be mended: " + e.getMessage(), e);
    }
    gate.open(open);
    Thread.ofVirtual().name("restante-resume").start(() -> resume(open));
  }

  @SuppressWarnings("ReferenceEquality") // this instance of the engine, and no other
  void close(KeyValueEngine engine) {
    gate.close(open -> open.engine() == engine, "the engine is being replaced");
  }

  @Override
  public void close() {
    rounds.close();
    gate.close(open -> true, "the mail store is closed");
    meters.close();
  }

  private long viewMemory() {
    OpenEngine open = gate.present();
    return open == null ? 0 : open.views().weight();
  }

  private void resume(OpenEngine open) {
    try {
      new Resumption(open, () -> gate.present() == open).run();
    } catch (EngineUnavailable e) {
      log.debug("The engine went before unfinished work was looked through", e);
    } catch (RuntimeException e) {
      log.warn("Unfinished work was not resumed; it will be when the engine opens again", e);
    }
  }
}
