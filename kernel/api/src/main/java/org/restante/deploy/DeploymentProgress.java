package org.restante.deploy;

/**
 * How far a deployment is.
 *
 * @param name the bundle's symbolic name
 * @param step what is done now, in words for the operator
 * @param moved sessions that went over to the new revision
 * @param waiting sessions still with the old one
 * @param dropped sessions that had to end
 */
public record DeploymentProgress(String name, String step, int moved, int waiting, int dropped) {}
