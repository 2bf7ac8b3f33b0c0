package org.restante.rocksdb.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who keeps files and who removes them. */
@Timeout(60)
class KeepingTest {
  private final Keeping keeping = new Keeping();

  private boolean mayRemove() {
    boolean may = keeping.mayRemove();
    if (may) {
      keeping.removed();
    }
    return may;
  }

  @Test
  void filesGoWhenTheLastKeeperHasEnded() {
    assertThat(mayRemove()).isTrue();
    keeping.begin();
    keeping.begin();
    assertThat(mayRemove()).isFalse();
    keeping.end();
    assertThat(mayRemove()).isFalse();
    keeping.end();
    assertThat(mayRemove()).isTrue();
  }

  @Test
  void severalMayRemoveAtOnce() throws Exception {
    assertThat(keeping.mayRemove()).isTrue();
    assertThat(CompletableFuture.supplyAsync(this::mayRemove).get(60, TimeUnit.SECONDS)).isTrue();
    keeping.removed();
  }

  @Test
  void aKeeperWaitsForTheRemovalThatHasBegun() throws Exception {
    assertThat(keeping.mayRemove()).isTrue();
    Thread keeper = Thread.ofPlatform().start(keeping::begin);
    while (keeper.isAlive() && keeper.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(keeper.isAlive()).isTrue();
    keeping.removed();
    keeper.join();
    assertThat(mayRemove()).isFalse();
  }
}
