package org.restante.mailstore;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.engine.MemoryEngine;
import org.restante.testkit.mail.MailWorld;
import org.restante.testkit.model.ModelRun;

/**
 * Random operations against a plain model: what they tell, rows, counters and quota are equal. The
 * check store-model does a million of them on both engines.
 */
final class MailModelTest {
  private static final MailStoreSettings SETTINGS =
      MailStoreSettings.builder().expungedRows(40).build();

  @Property(tries = 20)
  void theStoreDoesWhatTheModelDoes(@ForAll long seed) {
    run(new MemoryEngine(), seed);
  }

  @Property(tries = 10)
  void alsoWhereOthersWriteToo(@ForAll long seed) {
    run(new MemoryEngine(MemoryEngine.DISTRIBUTED), seed);
  }

  private static void run(MemoryEngine engine, long seed) {
    try (EngineMailStore store =
        EngineMailStore.over(engine, new SimpleMeterRegistry(), SETTINGS)) {
      ModelRun run = new ModelRun(world(store), seed, "user", 2, 150);
      run.steps(300);
      run.compare(store.inspection());
      store.bindEngine(engine.reopen()); // everything is read again from the rows
      run.steps(300);
      run.compare(store.inspection());
    }
  }

  private static MailWorld world(EngineMailStore store) {
    return new MailWorld(
        store, store.accounts(), store.accounts().domains(), store.retention(), store.imports());
  }
}
