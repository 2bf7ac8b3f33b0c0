package org.restante.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Puts bundles into service and takes them out of it. Thread-safe; calls block until it is done.
 */
@ProviderType
public interface Deployer {

  /**
   * What is in the deploy folder or still serves sessions, by name; refused jars with the reason.
   */
  List<DeployedBundle> list();

  /**
   * Copies a jar into the deploy folder, replacing the file of the same bundle, and waits until it
   * serves and the sessions of the replaced one have moved.
   *
   * @param progress is told each step, on any thread
   * @throws DeploymentRefused if the bundle can't serve; what served before still does
   */
  DeployedBundle deploy(Path jar, Consumer<DeploymentProgress> progress) throws DeploymentRefused;

  /** {@link #deploy(Path, Consumer)} without progress. */
  default DeployedBundle deploy(Path jar) throws DeploymentRefused {
    return deploy(jar, progress -> {});
  }

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
