package org.restante.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.restante.account.AccountId;
import org.restante.core.echo.EchoPlugin;
import org.restante.core.listener.LineClient;
import org.restante.deploy.Rollout;

/** Sessions find the revision that they belong to. */
class TrialTest extends PluginTableFixture {
  private static final Rollout.Canary FIRST_ACCOUNT =
      new Rollout.Canary(0, Set.of(new AccountId(1)), List.of());

  @Test
  void goesOnWhenARevisionIsRegisteredAnew() {
    Revision one = kernel.add(new EchoPlugin("one", 1), "1");
    long next = one.bundleId() + 1;
    kernel.plugins.trials().announce(next, FIRST_ACCOUNT);
    EchoPlugin canary = new EchoPlugin("two", 1);
    kernel.add(canary, "2");
    kernel.plugins.tryOut(next, one.bundleId());
    try (LineClient inside = new LineClient(listen(30));
        LineClient outside = new LineClient(listen(30))) {
      assertThat(inside.hear()).isEqualTo("hello from one");
      assertThat(outside.hear()).isEqualTo("hello from one");
      inside.ask("ENTER 1");
      outside.ask("ENTER 2");
      assertThat(inside.ask("COUNT")).startsWith("two ");
      assertThat(outside.ask("COUNT")).startsWith("one ");

      kernel.plugins.remove(canary, LONG);
      assertThat(inside.ask("COUNT")).startsWith("one ");
      kernel.plugins.add(new EchoPlugin("two again", 1), Version.valueOf("2"), 99, next);
      kernel.plugins.await(next, LONG);
      outlast(() -> inside.ask("COUNT").startsWith("two again "));
      assertThat(outside.ask("COUNT")).startsWith("one ");

      kernel.plugins.trials().end(next);
      outside.ask("ENTER 1");
      assertThat(outside.ask("COUNT")).startsWith("one ");
    }
  }

  @Test
  void servesEveryoneWhereThereIsNothingElse() {
    kernel.plugins.trials().announce(1, FIRST_ACCOUNT);
    kernel.add(new EchoPlugin("one", 1), "1");
    try (LineClient client = new LineClient(listen(30))) {
      assertThat(client.hear()).isEqualTo("hello from one");
    }
  }

  @Test
  void keepsAFaultWithTheRevisionThatMadeIt() {
    Revision one = kernel.add(new EchoPlugin("one", 1), "1");
    try (LineClient client = new LineClient(listen(30))) {
      client.hear();
      client.ask("FAULT");
      Revision two = kernel.add(new EchoPlugin("two", 1), "2");
      kernel.plugins.move(one, two, LONG, QUIETLY);
      client.ask("SAY well");
      client.say("FAIL");
      assertThat(client.hear()).isEqualTo("farewell ERROR");
      assertThat(client.hear()).isEqualTo("(end)");
      assertThat(one.figures().read().faults()).isEqualTo(1);
      assertThat(one.figures().read().commands()).isEqualTo(1);
      assertThat(two.figures().read().faults()).isEqualTo(1);
      assertThat(two.figures().read().commands()).isEqualTo(2);
    }
  }

  /** Each question is a command boundary, at which a session may move. */
  private static void outlast(java.util.function.BooleanSupplier holds) {
    int questions = 0;
    while (!holds.getAsBoolean()) {
      assertThat(++questions).isLessThan(10_000);
    }
  }
}
