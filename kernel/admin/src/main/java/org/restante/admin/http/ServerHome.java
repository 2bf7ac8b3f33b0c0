package org.restante.admin.http;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/**
 * What the launcher says about this server.
 *
 * @param root the home directory
 * @param basePort added to every well-known port
 */
public record ServerHome(Path root, int basePort) {

  /** As the framework properties {@code restante.home} and {@code restante.base.port} say. */
  public static ServerHome of(BundleContext context) {
    String home = context.getProperty("restante.home");
    if (home == null) {
      throw new IllegalStateException("the framework property restante.home is missing");
    }
    String base = context.getProperty("restante.base.port");
    return new ServerHome(Path.of(home), base == null ? 0 : Integer.parseInt(base));
  }

  /** Mail, accounts, keys. */
  public Path data() {
    return root.resolve("data");
  }

  /** Configurations. */
  public Path etc() {
    return root.resolve("etc");
  }
}
