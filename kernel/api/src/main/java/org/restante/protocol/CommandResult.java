package org.restante.protocol;

/** How a command ended: one of the three kinds, or cut off. */
public enum CommandResult {
  /** Done. */
  OK,
  /** Refused. */
  NO,
  /** Not understood. */
  BAD,
  /** The connection was lost meanwhile. */
  ABORTED
}
