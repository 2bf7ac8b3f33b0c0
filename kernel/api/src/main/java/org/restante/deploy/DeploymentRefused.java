package org.restante.deploy;

/** A deployment that changed nothing; the text says what is wrong and what to do. */
public final class DeploymentRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong and what to do, in one line. */
  public DeploymentRefused(String reason) {
    super(reason);
  }
}
