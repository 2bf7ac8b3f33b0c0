package org.restante.rocksdb.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DiskPaceTest {
  private static final long MILLISECOND = 1_000_000;

  private final DiskPace pace = new DiskPace();

  @Test
  void aDiskIsSlowUntilItHasShownThatItIsNot() {
    assertThat(pace.isQuick()).isFalse();
    pace.took(10_000);
    assertThat(pace.isQuick()).isTrue();
  }

  @Test
  void oneSlowReadWeighsMoreThanOneQuickOne() {
    pace.took(10_000);
    pace.took(8 * MILLISECOND);
    pace.took(10_000);
    assertThat(pace.isQuick()).isFalse();
  }

  @Test
  void quickReadsMakeUpForASlowOne() {
    pace.took(8 * MILLISECOND);
    IntStream.range(0, 40).forEach(read -> pace.took(10_000));
    assertThat(pace.isQuick()).isTrue();
  }

  @Test
  void whatFailsTookItsTimeToo() {
    pace.took(10_000);
    IntStream.range(0, 40).forEach(read -> pace.took(2 * MILLISECOND));
    assertThat(pace.isQuick()).isFalse();
    assertThat(pace.<String>timed(() -> "read")).isEqualTo("read");
  }
}
