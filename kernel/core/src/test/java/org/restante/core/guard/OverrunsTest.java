package org.restante.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls over the memory count together where they come together. */
class OverrunsTest {
  private final Overruns overruns = new Overruns();

  @Test
  void thoseThatComeTogetherAreCountedTogether() {
    assertThat(overruns.next(5)).isEqualTo(1);
    assertThat(overruns.next(5 + Overruns.FORGOTTEN - 1)).isEqualTo(2);
    assertThat(overruns.next(5 + Overruns.FORGOTTEN)).isEqualTo(3);
  }

  @Test
  void thoseOfLongAgoAreForgotten() {
    assertThat(overruns.next(Long.MAX_VALUE - 5)).isEqualTo(1);
    assertThat(overruns.next(Long.MAX_VALUE - 5 + Overruns.FORGOTTEN)).isEqualTo(1);
  }
}
