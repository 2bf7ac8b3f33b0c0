package org.restante.keyvalue;

/** How a commit ended. */
public enum CommitResult {
  /** All of it is applied. */
  COMMITTED,
  /** A guard did not hold: nothing is applied. */
  GUARD_FAILED,
  /**
   * The engine can't tell (distributed engines only): read the operation token back before a retry.
   */
  UNKNOWN
}
