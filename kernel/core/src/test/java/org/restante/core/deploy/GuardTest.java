package org.restante.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.restante.core.meter.CommandFigures;

class GuardTest {
  private static final Duration SHORT = Duration.ofMillis(2);
  private static final Duration LONG = Duration.ofMillis(400);

  private final CommandFigures old = new CommandFigures();
  private final CommandFigures next = new CommandFigures();
  private long now;
  private final GuardSettings settings =
      new GuardSettings(Duration.ofSeconds(60), 20, 0.05, 3, Duration.ofMillis(50));

  @Test
  void complainsOfErrorsBeyondThoseOfBefore() {
    run(old, 100, 4, SHORT);
    Guard guard = guard();
    run(next, 100, 9, SHORT);
    assertThat(guard.complaint()).isEmpty();
    run(next, 10, 1, SHORT);
    assertThat(guard.complaint())
        .hasValue(
            "10 of its 110 commands (9.1 %) failed by its own fault, 4.0 % of those before;"
                + " more than 9.0 % is past the guard");
  }

  @Test
  void saysNothingOfTooFewCommands() {
    Guard guard = guard();
    run(next, 19, 19, SHORT);
    assertThat(guard.complaint()).isEmpty();
    run(next, 1, 1, SHORT);
    assertThat(guard.complaint()).isPresent();
  }

  @Test
  void countsFromItsBeginning() {
    run(next, 100, 100, SHORT);
    Guard guard = guard();
    run(next, 100, 0, SHORT);
    assertThat(guard.complaint()).isEmpty();
  }

  @Test
  void complainsOfALastingLatencyOnly() {
    run(old, 100, 0, SHORT);
    Guard guard = guard();
    for (int second = 0; second < 2; second++) {
      assertThat(after(1, LONG, guard)).isFalse();
    }
    assertThat(after(1, SHORT, guard)).isFalse();
    for (int second = 0; second < 2; second++) {
      assertThat(after(1, LONG, guard)).isFalse();
    }
    assertThat(after(1, LONG, guard)).isTrue();
    assertThat(guard.age()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void takesSlownessOfBothForTheMachines() {
    run(old, 100, 0, SHORT);
    Guard guard = guard();
    run(old, 100, 0, LONG);
    for (int second = 0; second < 5; second++) {
      assertThat(after(1, LONG, guard)).isFalse();
    }
  }

  @Test
  void doesNotTripOverSmallTimes() {
    run(old, 100, 0, Duration.ofNanos(20_000));
    Guard guard = guard();
    for (int second = 0; second < 5; second++) {
      assertThat(after(1, Duration.ofMillis(100), guard)).isFalse();
    }
  }

  @Test
  void judgesLatencyFromTheArrivalOfAllOn() {
    run(old, 100, 0, SHORT);
    Guard guard = guard();
    for (int second = 0; second < 2; second++) {
      assertThat(after(1, LONG, guard)).isFalse();
    }
    now += Duration.ofSeconds(1).toNanos();
    run(next, 50, 0, LONG);
    assertThat(guard.errorComplaint()).isEmpty();
    guard.arrived();
    for (int second = 0; second < 2; second++) {
      assertThat(after(1, LONG, guard)).isFalse();
    }
    assertThat(after(1, LONG, guard)).isTrue();
  }

  @Test
  void complainsOfErrorsBeforeAllHaveArrived() {
    Guard guard = guard();
    run(next, 20, 20, SHORT);
    assertThat(guard.errorComplaint()).isPresent();
    guard.arrived();
    assertThat(guard.complaint()).isPresent();
  }

  private Guard guard() {
    return new Guard(settings, old::read, next::read, () -> now);
  }

  private boolean after(int seconds, Duration time, Guard guard) {
    now += Duration.ofSeconds(seconds).toNanos();
    run(next, 50, 0, time);
    return guard.complaint().isPresent();
  }

  private static void run(CommandFigures figures, int commands, int faults, Duration time) {
    for (int i = 0; i < commands; i++) {
      figures.command(time.toNanos(), i < faults);
    }
  }
}
