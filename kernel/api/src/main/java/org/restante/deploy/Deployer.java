package org.restante.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Puts bundles into service, takes them out of it and goes back to the ones before. Thread-safe;
 * calls block until it is done. Progress is told on any thread.
 */
@ProviderType
public interface Deployer {

  /**
   * What is in the deploy folder or still serves sessions, by name; refused jars with the reason.
   */
  List<DeployedBundle> list();

  /**
   * Puts a jar into service. For everyone: it is copied into the deploy folder, in place of the
   * file of the same bundle, and the sessions of the replaced revision move, which is what is
   * waited for; the replaced one is kept on standby for the guard time. As a canary: it serves its
   * share beside the old one, and gets into the folder when it is promoted. What was on standby, or
   * a canary, is removed first.
   *
   * <p>From then on its errors and its p99 are compared with the old one's; past the guard it is
   * rolled back without being asked.
   *
   * @return the new revision, {@code ACTIVE} or {@code CANARY}
   * @throws DeploymentRefused if the bundle can't serve, or has failed while sessions moved to it;
   *     what served before still does
   */
  DeployedBundle deploy(Path jar, Rollout rollout, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused;

  /** For everyone. */
  default DeployedBundle deploy(Path jar, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused {
    return deploy(jar, new Rollout.Everyone(), progress);
  }

  /** For everyone, without progress. */
  default DeployedBundle deploy(Path jar) throws DeploymentRefused {
    return deploy(jar, progress -> {});
  }

  /**
   * Moves everyone to the canary, as if it had been deployed for everyone. Without a canary: what
   * serves is accepted before its guard time is over, and the standby goes.
   *
   * @param name a symbolic name or a file name in the folder
   * @return the revision that serves
   * @throws DeploymentRefused if there is neither a canary nor a standby
   */
  DeployedBundle promote(String name, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused;

  /**
   * Moves the canary's sessions back; without a canary those of what serves, to the standby. The
   * new revision is refused from then on; its file in the folder gets the ending {@code .refused},
   * and the old one's is there again.
   *
   * @param name a symbolic name or a file name in the folder
   * @return the revision that serves
   * @throws DeploymentRefused if there is neither a canary nor a standby
   */
  DeployedBundle rollback(String name, Consumer<DeploymentProgress> progress)
      throws DeploymentRefused;

  /**
   * Removes a bundle's jar from the folder and waits until its sessions have ended politely.
   *
   * @param name a symbolic name or a file name in the folder
   * @throws DeploymentRefused if there is no such bundle
   */
  void undeploy(String name, Consumer<DeploymentProgress> progress) throws DeploymentRefused;

  /** {@link #undeploy(String, Consumer)} without progress. */
  default void undeploy(String name) throws DeploymentRefused {
    undeploy(name, progress -> {});
  }
}
