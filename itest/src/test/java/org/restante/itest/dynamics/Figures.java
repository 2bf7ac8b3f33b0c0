package org.restante.itest.dynamics;

/** What was measured, for {@code ./check dynamics}. */
final class Figures {

  private Figures() {}

  static void print(String name, Object value) {
    System.out.println("figure: " + name + " = " + value);
  }

  /** How often a bundle is replaced in the suites that count. */
  static int rounds() {
    return Integer.getInteger("restante.rounds", 20);
  }

  static long millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }
}
