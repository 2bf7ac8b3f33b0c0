package org.restante.deploy;

import java.time.Duration;

/**
 * What a revision has done since it came.
 *
 * @param commands commands that have ended
 * @param faults those that failed by the plugin's own fault
 * @param p99 time in which 99 of 100 of them were answered, to within an eighth
 */
public record RevisionFigures(long commands, long faults, Duration p99) {

  /** Of a bundle that serves no sessions. */
  public static final RevisionFigures NONE = new RevisionFigures(0, 0, Duration.ZERO);

  /** Faults by command, 0 to 1. */
  public double errorRatio() {
    return commands == 0 ? 0 : (double) faults / commands;
  }
}
