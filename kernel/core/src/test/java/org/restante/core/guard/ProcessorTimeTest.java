package org.restante.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProcessorTimeTest {
  private static final long SECOND = 1_000_000_000L;

  private Duration used = Duration.ofSeconds(100);
  private final ProcessorTime time = new ProcessorTime(() -> used, Duration.ofSeconds(5), 0);

  @Test
  void tellsWhatWasUsedWithinASpan() {
    for (int second = 1; second <= 8; second++) {
      used = used.plusMillis(300);
      time.tick(second * SECOND);
    }
    assertThat(time.within(2 * SECOND, 8 * SECOND)).isEqualTo(Duration.ofMillis(600));
    assertThat(time.within(5 * SECOND, 8 * SECOND)).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void knowsNoMoreThanItKeeps() {
    for (int second = 1; second <= 20; second++) {
      used = used.plusSeconds(1);
      time.tick(second * SECOND);
    }
    assertThat(time.within(20 * SECOND, 20 * SECOND)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void countsWhatCameAfterTheLastTick() {
    time.tick(SECOND);
    used = used.plusMillis(50);
    assertThat(time.within(SECOND, SECOND + 1)).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void theSystemCountsForThisProcess() {
    assertThat(ProcessorTime.ofThisProcess()).isPositive();
  }
}
