package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.mailstore.MailModel.Step;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.testkit.engine.MemoryEngine;

/**
 * Random operations against a plain model: rows, counters and quota are equal after each of them.
 */
final class MailModelTest {

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> small = Arbitraries.integers().between(0, 7);
    return Combinators.combine(Arbitraries.of(Step.Kind.values()), small, small, small)
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 60)
  void theStoreDoesWhatTheModelDoes(@ForAll("steps") List<Step> steps) {
    run(new MemoryEngine(), steps);
  }

  @Property(tries = 20)
  void alsoWhereOthersWriteToo(@ForAll("steps") List<Step> steps) {
    run(new MemoryEngine(MemoryEngine.DISTRIBUTED), steps);
  }

  private static void run(MemoryEngine engine, List<Step> steps) {
    MailStoreSettings settings = MailStoreSettings.defaults();
    try (EngineMailStore store =
        EngineMailStore.over(engine, new SimpleMeterRegistry(), settings)) {
      AccountId account =
          store.accounts().create("user", "secret", new QuotaLimits(2_000, 30)).id();
      MailModel model = new MailModel(store, account);
      for (Step step : steps) {
        model.apply(step);
        model.compare();
      }
      assertThat(store.inspection().inspect(account)).isEmpty();
      store.bindEngine(engine); // everything is read again from the rows
      model.compare();
      assertThat(store.inspection().inspect(account)).isEmpty();
    }
  }
}
