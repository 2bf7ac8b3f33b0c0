package org.restante.admin.http;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** The server's home directory. */
public final class Home {

  private Home() {}

  /** The home that the launcher names. */
  public static Path of(BundleContext context) {
    String home = context.getProperty("restante.home");
    if (home == null) {
      throw new IllegalStateException("the framework property restante.home is missing");
    }
    return Path.of(home);
  }
}
