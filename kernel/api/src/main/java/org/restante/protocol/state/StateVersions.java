package org.restante.protocol.state;

import java.util.OptionalInt;

/**
 * The versions of suspended states that a revision writes and reads, without gaps.
 *
 * @param oldest at least 1
 * @param newest at least the oldest
 */
public record StateVersions(int oldest, int newest) {

  /** Refuses ranges that hold nothing. */
  public StateVersions {
    if (oldest < 1 || newest < oldest) {
      throw new IllegalArgumentException("no versions: " + oldest + " to " + newest);
    }
  }

  /** One version. */
  public static StateVersions only(int version) {
    return new StateVersions(version, version);
  }

  /** Whether it is among them. */
  public boolean has(int version) {
    return oldest <= version && version <= newest;
  }

  /** The newest version that both have; empty where sessions can't go from one to the other. */
  public OptionalInt newestShared(StateVersions other) {
    int shared = Math.min(newest, other.newest);
    return has(shared) && other.has(shared) ? OptionalInt.of(shared) : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return oldest == newest ? String.valueOf(oldest) : oldest + " to " + newest;
  }
}
