package org.restante.launcher.home;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The installed distribution.
 *
 * @param root where {@code bundles}, {@code plugins}, {@code etc} and {@code lib} are
 */
public record Distribution(Path root) {

  /** The system property that names the distribution; the start script sets it. */
  public static final String PROPERTY = "restante.dist";

  /** The distribution that this program belongs to. */
  public static Distribution current() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(root -> new Distribution(Path.of(root)))
        .orElseThrow(() -> new IllegalStateException("start it by bin/restante: " + PROPERTY));
  }

  /** Bundles by start level. */
  public Path bundles() {
    return root.resolve("bundles");
  }

  /** Protocol bundles for a new home. */
  public Path plugins() {
    return root.resolve("plugins");
  }

  /** Configurations for a new home. */
  public Path etc() {
    return root.resolve("etc");
  }
}
