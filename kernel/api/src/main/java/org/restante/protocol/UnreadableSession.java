package org.restante.protocol;

/** This revision can't read the state of a suspended session. */
public final class UnreadableSession extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it: an unknown version, for instance. */
  public UnreadableSession(String problem) {
    super(problem);
  }
}
