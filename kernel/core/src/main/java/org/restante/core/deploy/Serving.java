package org.restante.core.deploy;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * A bundle at work.
 *
 * @param file the name of its jar in the folder
 * @param jar what it was installed from; null for one of an earlier run
 */
record Serving(Bundle bundle, String file, @Nullable Jar jar) {

  static Serving of(Bundle bundle, Jar jar) {
    return new Serving(bundle, jar.file(), jar);
  }

  /** One that an earlier run of the framework installed. */
  static Serving leftOver(Bundle bundle) {
    return new Serving(bundle, Jar.fileOf(bundle.getLocation()), null);
  }

  boolean isOf(String hash) {
    return jar != null && jar.hash().equals(hash);
  }

  boolean isBundle(long bundleId) {
    return bundle.getBundleId() == bundleId;
  }

  String version() {
    return bundle.getVersion().toString();
  }

  @Override
  public String toString() {
    return version() + " (bundle " + bundle.getBundleId() + ")";
  }
}
