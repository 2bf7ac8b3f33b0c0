package org.restante.core.meter;

/** What a plugin was slowed down or refused for. */
public enum Throttle {
  /** As many calls into it run as may. */
  TURNS,
  /** As many calls of the store are under way as may. */
  STORE,
  /** A call runs on after its slice, or is about to read much: a slice each, a few in turn. */
  SLOW,
  /** A call runs for long: one at a time, half of the time. */
  HEAVY,
  /** A call took more memory than there is for it. */
  MEMORY
}
