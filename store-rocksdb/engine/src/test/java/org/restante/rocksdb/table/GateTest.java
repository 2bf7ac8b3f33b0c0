package org.restante.rocksdb.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The gate that keeps calls away from a closed database. */
class GateTest {
  private final AtomicInteger drained = new AtomicInteger();
  private final Gate gate = new Gate(drained::incrementAndGet);

  @Test
  void whoIsInsideHoldsItOpen() {
    assertThat(gate.enter()).isTrue();
    gate.close();
    assertThat(gate.enter()).isFalse();
    assertThat(drained).hasValue(0);
    gate.leave();
    assertThat(drained).hasValue(1);
  }

  @Test
  void itDrainsOnce() {
    gate.close();
    gate.close();
    assertThat(gate.enter()).isFalse();
    assertThat(drained).hasValue(1);
  }

  @Test
  void nobodyIsInsideWhenItHasDrained() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    CountDownLatch empty = new CountDownLatch(1);
    AtomicInteger insideAtDrain = new AtomicInteger(-1);
    Gate busy =
        new Gate(
            () -> {
              insideAtDrain.set(inside.get());
              empty.countDown();
            });
    CountDownLatch started = new CountDownLatch(8);
    for (int i = 0; i < 8; i++) {
      Thread.ofPlatform()
          .start(
              () -> {
                started.countDown();
                while (busy.enter()) {
                  inside.incrementAndGet();
                  Thread.onSpinWait();
                  inside.decrementAndGet();
                  busy.leave();
                }
              });
    }
    assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
    busy.close();
    assertThat(empty.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(insideAtDrain).hasValue(0);
  }
}
