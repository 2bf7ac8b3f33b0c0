package org.restante.core.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.restante.core.meter.CommandFigures.Reading;

class CommandFiguresTest {
  private final CommandFigures figures = new CommandFigures();

  @Test
  void givesTheP99ToWithinAnEighth() {
    for (int micros = 1; micros <= 10_000; micros++) {
      figures.command(micros * 1000L, false);
    }
    assertThat(figures.read().p99())
        .isBetween(Duration.ofNanos(9_900_000), Duration.ofNanos(9_900_000 * 9 / 8));
  }

  @Test
  void takesEveryTime() {
    figures.command(0, false);
    figures.command(-1, false);
    assertThat(figures.read().p99()).isZero();
    figures.command(Long.MAX_VALUE, true);
    assertThat(figures.read().p99()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    assertThat(figures.read().commands()).isEqualTo(3);
  }

  @Test
  void tellsWhatCameBetween() {
    figures.command(1_000_000_000, true);
    Reading before = figures.read();
    figures.command(1000, false);
    figures.command(1000, true);
    Reading between = figures.read().since(before);
    assertThat(between.commands()).isEqualTo(2);
    assertThat(between.errorRatio()).isEqualTo(0.5);
    assertThat(between.p99()).isLessThan(Duration.ofNanos(1200));
    assertThat(between.and(before).commands()).isEqualTo(3);
    assertThat(Reading.NONE.errorRatio()).isZero();
    assertThat(Reading.NONE.p99()).isZero();
  }
}
