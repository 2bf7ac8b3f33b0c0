package org.restante.broken;

/** What is broken. */
enum Break {
  /** Nothing: the wrapping itself breaks no rule. */
  NONE,
  /** A session that has made a mistake is not logged in any more when it is resumed. */
  FORGETS,
  /** Declares a version of the state more than it writes. */
  VERSIONS,
  /** Fails at a state that it can't read, by an exception of its own. */
  FOREIGN,
  /** Takes in all input that is there, and forgets it when it is suspended. */
  AHEAD,
  /** Shares no version of the state with the revision before. */
  UNSHARED,
  /** Is held by something that outlives it. */
  LOADER,
  /** Leaves a thread behind. */
  THREAD,
  /** Leaves an open file behind. */
  FILE,
  /** Leaves a direct buffer behind. */
  BUFFER,
  /** Leaves a gauge behind. */
  METER,
  /** Takes in lines of any length. */
  LINE,
  /** Takes more than it may, and serves a part of it. */
  EXCESS,
  /** Holds a lock of all sessions while it answers. */
  SLOW,
  /** Waits for ever for a silent client. */
  SILENT,
  /** Takes passwords in clear. */
  CLEAR,
  /** Does not tell the kernel who logged in. */
  UNTOLD,
  /** Says no goodbye. */
  MUTE,
  /** Counts commands twice. */
  TWICE,
  /** Has a meter that is named by another custom. */
  NAME,
  /** Has a series for each account. */
  SERIES
}
