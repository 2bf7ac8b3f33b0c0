package org.restante.mailstore;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
import org.restante.mailstore.migration.Migration;
import org.restante.mailstore.retention.Purger;
import org.restante.mailstore.retention.StoredRetention;
import org.restante.mailstore.salvage.Rounds;
import org.restante.mailstore.salvage.StoreSalvage;
import org.restante.mailstore.schema.Schema;
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
  private final StoredRetention retention;
  private final AtomicReference<@Nullable Purger> purger = new AtomicReference<>();
  private volatile @Nullable KeyValueEngine wanted;
  private final StoreSalvage salvage;
  private final Rounds rounds;

  StoreCore(MailStoreSettings settings, MeterRegistry registry) {
    QuotaDrift drift = new QuotaDrift();
    this.settings = settings;
    this.gate = new EngineGate(settings.engineWait());
    this.meters = new StoreMeters(registry, totals, drift, this::viewMemory);
    this.accounts = new StoredAccounts(gate, settings.domain());
    this.retention = new StoredRetention(gate, accounts);
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

  StoredRetention retention() {
    return retention;
  }

  Scrub scrub() {
    return scrub;
  }

  StoreSalvage salvage() {
    return salvage;
  }

  /**
   * Opens an engine, once its rows are of this release's format, and begins to finish what was
   * under way when it was closed.
   *
   * @throws StoreUnavailable if it can't be used
   */
  void open(KeyValueEngine engine) {
    wanted = engine;
    int format = format(engine);
    if (format < Schema.FORMAT) {
      migrate(engine, format);
    }
    serve(engine);
  }

  /**
   * The same, but does not wait where rows have to be migrated: calls do, at the gate.
   *
   * @throws StoreUnavailable if it can't be used
   */
  void bind(KeyValueEngine engine) {
    wanted = engine;
    int format = format(engine);
    if (format < Schema.FORMAT) {
      Thread.ofVirtual().name("restante-migrate").start(() -> migrateAndServe(engine, format));
    } else {
      serve(engine);
    }
  }

  @SuppressWarnings("ReferenceEquality") // this instance of the engine, and no other
  void close(KeyValueEngine engine) {
    if (wanted == engine) {
      wanted = null;
      follow(null);
    }
    gate.close(open -> open.engine() == engine, "the engine is being replaced");
  }

  @Override
  public void close() {
    rounds.close();
    gate.close(open -> true, "the mail store is closed");
    follow(null);
    meters.close();
  }

  private long viewMemory() {
    OpenEngine open = gate.present();
    return open == null ? 0 : open.views().weight();
  }

  /** Removes now what has been retained long enough at an instant. */
  void purge(Instant now) {
    gate.call(
        open -> {
          new Purger(open, accounts).pass(now);
          return now;
        });
  }

  /** Finishes now what was under way when the engine was closed. */
  void resume() {
    gate.call(
        open -> {
          new Resumption(open, () -> true).run();
          return open;
        });
  }

  private int format(KeyValueEngine engine) {
    try {
      return StoreFormat.check(engine);
    } catch (StoreUnavailable e) {
      gate.refuse(String.valueOf(e.getMessage()));
      throw e;
    } catch (EngineException e) {
      throw unusable("can't be read", e);
    }
  }

  private void migrate(KeyValueEngine engine, int format) {
    try {
      Migration.run(engine, format, gate::refuse);
    } catch (EngineException e) {
      throw unusable("was not brought to format " + Schema.FORMAT, e);
    }
  }

  @SuppressWarnings("ReferenceEquality") // this instance of the engine, and no other
  private void migrateAndServe(KeyValueEngine engine, int format) {
    try {
      migrate(engine, format);
      if (wanted == engine) {
        serve(engine);
      }
    } catch (RuntimeException e) {
      log.error("The data is not of this release's format yet; it goes on at the next start", e);
    }
  }

  private void serve(KeyValueEngine engine) {
    OpenEngine open = new OpenEngine(engine, settings, watches, totals);
    try {
      StoreSalvage.beforeUse(open);
    } catch (EngineException e) {
      gate.refuse("the engine can't be mended: " + e.getMessage());
      throw new StoreUnavailable("the engine can't be mended: " + e.getMessage(), e);
    }
    gate.open(open);
    follow(new Purger(open, accounts));
    Thread.ofVirtual().name("restante-resume").start(() -> resume(open));
  }

  private void follow(@Nullable Purger next) {
    Purger before = purger.getAndSet(next);
    if (before != null) {
      before.close();
    }
    if (next != null) {
      next.start();
    }
  }

  private StoreUnavailable unusable(String what, EngineException cause) {
    String reason = "the engine " + what + ": " + cause.getMessage();
    gate.refuse(reason);
    return new StoreUnavailable(reason, cause);
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
