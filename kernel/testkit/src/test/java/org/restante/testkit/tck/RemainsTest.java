package org.restante.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes in each round and stays is left behind; what comes and goes is not. */
class RemainsTest {

  @Test
  void whatStaysIsFound() {
    assertThat(
            Remains.left(
                List.of(
                    round(Set.of("main"), Set.of("0 /dev/null"), 5),
                    round(Set.of("main", "a"), Set.of("0 /dev/null", "7 /tmp/x"), 6),
                    round(Set.of("a", "b"), Set.of("7 /tmp/x", "8 /tmp/x"), 9))))
        .containsExactly(
            "threads: [a, b]",
            "open files: [7 /tmp/x, 8 /tmp/x]",
            "direct buffers, after each round: [5, 6, 9]");
  }

  @Test
  void whatComesAndGoesIsNot() {
    assertThat(
            Remains.left(
                List.of(
                    round(Set.of("main"), Set.of(), 5),
                    round(Set.of("main", "a"), Set.of("7 /tmp/x"), 6),
                    round(Set.of("main", "b"), Set.of("8 /tmp/x"), 6))))
        .isEmpty();
  }

  @Test
  void whatIsLeftOnceIsNot() {
    assertThat(
            Remains.left(
                List.of(
                    round(Set.of("main"), Set.of(), 5),
                    round(Set.of("main", "a"), Set.of(), 6),
                    round(Set.of("main", "a"), Set.of(), 5))))
        .isEmpty();
  }

  private static Remains round(Set<String> threads, Set<String> files, long buffers) {
    return new Remains(threads, files, buffers);
  }
}
