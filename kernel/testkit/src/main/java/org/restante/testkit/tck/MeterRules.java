package org.restante.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.restante.protocol.CommandResult;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.SessionState;
import org.restante.testkit.connection.RecordedMeter;
import org.restante.testkit.tck.Dialect.Part;

/** What holds for what is measured. */
final class MeterRules {
  private static final int COMMANDS = 5;
  private static final int CALLERS = 6;

  private final TestedProtocol tested;

  MeterRules(TestedProtocol tested) {
    this.tested = tested;
  }

  void countedExactly() {
    tested.onPlugin(
        plugin -> {
          String name = tested.dialect().command();
          assertThat(plugin.commands())
              .as("the closed set of commands")
              .contains(name)
              .allMatch(command -> command.equals(command.toUpperCase(Locale.ROOT)));
          RecordedMeter meter = spoken(plugin);
          assertThat(meter.commands())
              .as("%d times %s, in what the meter was told", COMMANDS, name)
              .filteredOn(command -> command.name().equals(name))
              .isEqualTo(
                  Collections.nCopies(COMMANDS, new RecordedMeter.Command(name, CommandResult.OK)));
          assertThat(meter.faults()).as("faults of the plugin's own").isZero();
          if (tested.dialect().has(Part.LOGIN)) {
            assertThat(meter.logins())
                .as("logins that the meter was told")
                .isEqualTo(List.of(new RecordedMeter.Login(tested.dialect().mechanism(), true)));
            assertThat(meter.states())
                .as("states that the meter was told")
                .containsAnyOf(SessionState.AUTHENTICATED, SessionState.SELECTED);
          }
        });
  }

  private RecordedMeter spoken(ProtocolPlugin plugin) {
    WatchedPlugin watched = new WatchedPlugin(plugin);
    try (Caller caller = tested.inMemory(watched)) {
      caller.play(Part.GREETING, Part.LOGIN);
      for (int i = 0; i < COMMANDS; i++) {
        caller.play(Part.COMMAND);
      }
      caller.leave();
    }
    return watched.watch().real().meter();
  }

  void namedByTheContract() {
    tested.onPlugin(
        plugin -> {
          try (Caller caller = tested.inMemory(new WatchedPlugin(plugin))) {
            caller.wholeConversation();
          }
        });
    assertThat(MeterNames.breaches(tested.registry()))
        .as("meters against the contract with dashboards")
        .isEmpty();
  }

  /** More clients, accounts and nonsense make no series more. */
  void boundedSeries() {
    tested.onPlugin(
        plugin -> {
          converse(plugin);
          Set<Meter.Id> known = MeterNames.all(tested.registry());
          for (int i = 0; i < CALLERS; i++) {
            converse(plugin);
          }
          Set<Meter.Id> more = new HashSet<>(MeterNames.all(tested.registry()));
          more.removeAll(known);
          assertThat(more).as("series that came with more clients").isEmpty();
        });
  }

  private void converse(ProtocolPlugin plugin) {
    try (Caller caller = tested.inMemory(new WatchedPlugin(plugin))) {
      caller.wholeConversation();
    }
  }
}
