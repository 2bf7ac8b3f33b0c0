package org.restante.itest.house;

import java.util.Collection;
import java.util.List;

/** How numbers are spread: each figure is one of them (nearest rank), zero where there is none. */
record Spread(List<Integer> sorted) {

  Spread {
    sorted = sorted.stream().sorted().toList();
  }

  static Spread of(Collection<Integer> numbers) {
    return new Spread(List.copyOf(numbers));
  }

  int median() {
    return percentile(50);
  }

  int max() {
    return percentile(100);
  }

  int percentile(int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.isEmpty() ? 0 : sorted.get(Math.max(rank, 1) - 1);
  }
}
