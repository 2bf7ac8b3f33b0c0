package org.restante.launcher.archive;

/** Counts letters that were transferred, and those that could not be. */
public interface Tally {

  /** So many more are there. */
  void done(long letters);

  /** One is not. */
  void failed(String why);
}
