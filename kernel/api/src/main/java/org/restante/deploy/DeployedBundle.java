package org.restante.deploy;

/**
 * A jar of the deploy folder, or a revision that is served beside it.
 *
 * @param name the bundle's symbolic name; the file's name where it has none
 * @param version the bundle's version; empty where it has none
 * @param bundleId the framework's number; -1 where it is not installed
 * @param file the jar's name in the folder; a canary gets it when it is promoted
 * @param state whether it serves
 * @param detail why it is refused and what to do, who a canary serves, how long a standby is kept;
 *     otherwise empty
 * @param sessions sessions that it serves now
 * @param share of the accounts, 0 to 1, whose sessions it gets
 * @param figures what it has done
 */
public record DeployedBundle(
    String name,
    String version,
    long bundleId,
    String file,
    DeploymentState state,
    String detail,
    int sessions,
    double share,
    RevisionFigures figures) {

  /** One that serves nobody. */
  public static DeployedBundle unserved(
      String name, String version, String file, DeploymentState state, String detail) {
    return new DeployedBundle(name, version, -1, file, state, detail, 0, 0, RevisionFigures.NONE);
  }
}
