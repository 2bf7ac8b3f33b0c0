package org.restante.deploy;

/** Whether a jar of the deploy folder serves. */
public enum DeploymentState {
  /** It is on its way in: installed, started, looked over. */
  STARTING,
  /** It serves. */
  ACTIVE,
  /** It is replaced and serves the sessions that have not left yet. */
  DRAINING,
  /** It can't serve; the detail says why. */
  REFUSED,
  /** Another jar of the same bundle serves. */
  SUPERSEDED
}
