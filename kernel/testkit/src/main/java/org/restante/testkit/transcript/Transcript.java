package org.restante.testkit.transcript;

import java.util.List;

/**
 * A conversation to play.
 *
 * @param name the file, as failures name it
 * @param reason why it is there
 * @param rfcs sections that ask for this behaviour: {@code 9051 6.4.5}
 * @param listener where sessions connect; empty for the target's first listener
 * @param steps what happens, in this order
 */
public record Transcript(
    String name, String reason, List<String> rfcs, String listener, List<Step> steps) {

  /** Copies the lists. */
  public Transcript {
    rfcs = List.copyOf(rfcs);
    steps = List.copyOf(steps);
  }
}
