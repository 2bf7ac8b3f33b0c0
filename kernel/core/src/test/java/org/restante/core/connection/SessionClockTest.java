package org.restante.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection's timers, on a loop whose time stands still. */
final class SessionClockTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private int woken;
  private int silent;
  private SessionClock clock;

  @BeforeEach
  void begin() {
    channel.freezeTime();
    clock = new SessionClock(channel.eventLoop(), () -> woken++, () -> silent++);
  }

  @Test
  void wakesOnceWhenItIsDue() {
    clock.wakeAfter(Duration.ofSeconds(10));
    pass(9);
    assertThat(woken).isZero();
    pass(1);
    assertThat(woken).isEqualTo(1);
    pass(100);
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void whatIsPutOffComesWhenItIsDueThen() {
    clock.wakeAfter(Duration.ofSeconds(10));
    pass(6);
    clock.wakeAfter(Duration.ofSeconds(10));
    pass(9);
    assertThat(woken).isZero();
    pass(1);
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void puttingItOffAsksNothingOfTheLoop() {
    clock.wakeAfter(Duration.ofSeconds(10));
    assertThat(channel.hasPendingTasks()).isTrue();
    pass(1);
    clock.wakeAfter(Duration.ofSeconds(10));
    assertThat(channel.hasPendingTasks()).isFalse();
  }

  @Test
  void whatIsDueEarlierComesEarlier() {
    clock.wakeAfter(Duration.ofSeconds(10));
    pass(1);
    clock.wakeAfter(Duration.ofSeconds(2));
    pass(2);
    assertThat(woken).isEqualTo(1);
    pass(100);
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void zeroEndsItAndItCanBeginAgain() {
    clock.wakeAfter(Duration.ofSeconds(10));
    pass(1);
    clock.wakeAfter(Duration.ZERO);
    pass(100);
    assertThat(woken).isZero();
    clock.wakeAfter(Duration.ofSeconds(10));
    pass(10);
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void silenceIsCountedFromTheLastActivity() {
    clock.silenceLimit(Duration.ofSeconds(10));
    pass(6);
    clock.touch();
    pass(9);
    assertThat(silent).isZero();
    pass(1);
    assertThat(silent).isEqualTo(1);
  }

  @Test
  void nothingComesAfterTheEnd() {
    clock.wakeAfter(Duration.ofSeconds(10));
    clock.silenceLimit(Duration.ofSeconds(10));
    pass(1);
    clock.stop();
    pass(100);
    assertThat(woken + silent).isZero();
  }

  private void pass(int seconds) {
    channel.runPendingTasks();
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runPendingTasks();
  }
}
