package org.restante.rocksdb.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CacheLuckTest {
  private final CacheLuck luck = new CacheLuck(31);

  @Test
  void looksUntilSomethingIsMissed() {
    assertThat(luck.tries()).isTrue();
    luck.found();
    assertThat(luck.tries()).isTrue();
  }

  @Test
  void looksAgainAfterAWhile() {
    luck.missed();
    assertThat(IntStream.range(0, 64).filter(i -> luck.tries()).findFirst()).hasValue(31);
  }

  @Test
  void looksAgainAtOnceWhereSomethingWasFound() {
    luck.missed();
    luck.found();
    assertThat(luck.tries()).isTrue();
  }
}
