package org.restante.core.meter;

/** What became of a session whose plugin was replaced. */
public enum HandoverResult {
  /** The next revision goes on with it. */
  MOVED,
  /** It could not move at once and was asked again; counted once. */
  DEFERRED,
  /** It had to end. */
  DROPPED
}
