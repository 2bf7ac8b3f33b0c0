package org.restante.deploy;

/**
 * How far a deployment is.
 *
 * @param name the bundle's symbolic name
 * @param step what is done now, in words for the operator
 * @param moved sessions that went over to the other revision
 * @param waiting sessions still where they were
 * @param dropped sessions that had to end
 */
public record DeploymentProgress(String name, String step, int moved, int waiting, int dropped) {

  /** A step that moves no session. */
  public DeploymentProgress(String name, String step) {
    this(name, step, 0, 0, 0);
  }
}
