package org.restante.core.configuration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** Where this server keeps its files. */
public final class Home {

  private Home() {}

  /** A configured path, or one below {@code restante.home}; relative paths are in there too. */
  public static Path resolve(BundleContext context, String configured, String standard) {
    @Nullable String home = context.getProperty("restante.home");
    Path base = Path.of(home == null ? "" : home).toAbsolutePath();
    return base.resolve(configured.isBlank() ? standard : configured).normalize();
  }
}
