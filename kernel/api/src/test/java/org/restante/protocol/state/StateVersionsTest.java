package org.restante.protocol.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StateVersionsTest {
  private static final StateVersions OLD = StateVersions.only(1);
  private static final StateVersions NEXT = new StateVersions(1, 2);
  private static final StateVersions LATER = new StateVersions(2, 4);

  @Test
  void theNewestThatBothHaveIsTheSameForwardAndBack() {
    assertThat(OLD.newestShared(NEXT)).hasValue(1);
    assertThat(NEXT.newestShared(OLD)).hasValue(1);
    assertThat(NEXT.newestShared(LATER)).hasValue(2);
    assertThat(LATER.newestShared(LATER)).hasValue(4);
  }

  @Test
  void withoutASharedOneThereIsNone() {
    assertThat(OLD.newestShared(LATER)).isEmpty();
    assertThat(LATER.newestShared(OLD)).isEmpty();
  }

  @Test
  void emptyRangesAreRefused() {
    assertThatThrownBy(() -> new StateVersions(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StateVersions(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
