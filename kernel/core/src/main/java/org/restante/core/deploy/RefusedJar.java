package org.restante.core.deploy;

import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentState;

/**
 * What was refused last.
 *
 * @param lasting whether it is refused for what it did, which no other bundle can change
 * @param again whether it may be tried once more
 */
record RefusedJar(Jar jar, String reason, boolean lasting, boolean again) {

  /** It could not be brought in. */
  static RefusedJar unfit(Jar jar, String reason) {
    return new RefusedJar(jar.withoutContent(), reason, false, false);
  }

  /** It was taken back. */
  static RefusedJar takenBack(Jar jar, String reason) {
    return new RefusedJar(jar.withoutContent(), reason, true, false);
  }

  /** Other bundles have come. */
  RefusedJar toTryAgain() {
    return new RefusedJar(jar, reason, lasting, !lasting);
  }

  boolean isOf(String hash) {
    return jar.hash().equals(hash);
  }

  DeployedBundle described() {
    return DeployedBundle.unserved(
        jar.name(), jar.version().toString(), jar.file(), DeploymentState.REFUSED, reason);
  }
}
