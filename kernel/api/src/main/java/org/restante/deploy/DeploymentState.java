package org.restante.deploy;

/** Whether a jar of the deploy folder serves. */
public enum DeploymentState {
  /** It is on its way in: installed, started, looked over. */
  STARTING,
  /** It serves. */
  ACTIVE,
  /** It serves its share of the sessions, until it is promoted or rolled back. */
  CANARY,
  /** It is replaced, serves nobody, and is kept for a time to go back to. */
  STANDBY,
  /** It is replaced and serves the sessions that have not left yet. */
  DRAINING,
  /** It can't serve, or was taken back; the detail says why. */
  REFUSED,
  /** Another jar of the same bundle serves. */
  SUPERSEDED
}
