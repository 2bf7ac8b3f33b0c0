package org.restante.bench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pairs of figures measured in turn. */
final class Ratios {
  private final String name;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> others = new ArrayList<>();

  Ratios(String name) {
    this.name = name;
  }

  void add(double our, double other) {
    ours.add(our);
    others.add(other);
  }

  /** One line for the check: {@code name ours OURS other OTHER ratio MEDIAN of N}. */
  void print() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / others.get(i));
    }
    System.out.printf(
        Locale.ROOT,
        "%s ours %.1f other %.1f ratio %.3f of %d%n",
        name,
        median(ours),
        median(others),
        median(ratios),
        ratios.size());
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
