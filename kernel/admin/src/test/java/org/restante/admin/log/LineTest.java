package org.restante.admin.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.restante.configuration.UnusableConfiguration;

class LineTest {

  private static final String FAILED =
      "bundle a[Store(1)] : Error during instantiation of the implementation object";

  @Test
  void aFailedComponentIsToldWithItsFirstCause() {
    Exception disk = new IllegalStateException("disk full");
    Line line = Line.of(FAILED, new IllegalStateException(new IllegalStateException(disk)), 0);
    assertThat(line.text()).isEqualTo(FAILED);
    assertThat(line.cause()).isSameAs(disk);
    assertThat(line.follows()).isFalse();
  }

  @Test
  void whatWaitsForItOnlyFollows() {
    assertThat(Line.of(FAILED + ": Unable to get service for reference store", null, 0).follows())
        .isTrue();
    assertThat(Line.of("a[Page(5)] : Could not get service from ref [X]", null, 0).follows())
        .isTrue();
    Exception event =
        new IllegalStateException(
            "Service factory returned null. (Component: org.restante.Store (1))");
    assertThat(Line.of("FrameworkEvent ERROR", event, 0).follows()).isTrue();
  }

  @Test
  void aRefusedConfigurationIsOneLineWithoutStack() {
    Exception refused = new UnusableConfiguration("etc/a.config is not used: why");
    Line line = Line.of(FAILED, new IllegalStateException(refused), 0);
    assertThat(line.text()).isEqualTo("etc/a.config is not used: why");
    assertThat(line.cause()).isNull();
    assertThat(line.follows()).isFalse();
  }

  @Test
  void theSameWithinASecondIsARepetition() {
    Line first = Line.of(FAILED, null, 5_000);
    assertThat(Line.of(FAILED, null, 5_900).repeats(first)).isTrue();
    assertThat(Line.of(FAILED, null, 6_500).repeats(first)).isFalse();
    assertThat(Line.of("another", null, 5_000).repeats(first)).isFalse();
  }
}
