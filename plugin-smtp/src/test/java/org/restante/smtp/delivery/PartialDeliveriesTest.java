package org.restante.smtp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartialDeliveriesTest {
  private final PartialDeliveries partial = new PartialDeliveries(2);

  @Test
  void givesAnIdOnce() {
    partial.remember("letter", "id");
    assertThat(partial.take("letter")).contains("id");
    assertThat(partial.take("letter")).isEmpty();
  }

  @Test
  void forgetsTheOldest() {
    partial.remember("a", "1");
    partial.remember("b", "2");
    partial.remember("a", "3");
    partial.remember("c", "4");
    assertThat(partial.take("b")).isEmpty();
    assertThat(partial.take("a")).contains("3");
    assertThat(partial.take("c")).contains("4");
  }
}
