package org.restante.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.restante.launcher.home.Home;
import org.restante.launcher.home.Tree;
import org.slf4j.LoggerFactory;

/**
 * The framework's copies of the bundles, made anew at each start. Those of the run before are put
 * aside, which takes no time, and deleted when the server serves.
 */
final class BundleCache {

  private static final String NAME = "bundle-cache";
  private static final String ASIDE = NAME + ".old-";

  private BundleCache() {}

  /** Where it is. */
  static Path of(Home home) {
    return home.data().resolve(NAME);
  }

  /** Leaves the place to a new one; in a container each start has the same process id. */
  static void putAside(Home home) throws IOException {
    Path cache = of(home);
    if (Files.exists(cache)) {
      Files.move(cache, cache.resolveSibling(ASIDE + System.currentTimeMillis()));
    }
  }

  /** Deletes all that were put aside, also by starts that were cut off. */
  static void deleteAside(Home home) {
    try {
      for (Path old : aside(home)) {
        Tree.delete(old);
      }
    } catch (IOException undeletable) {
      LoggerFactory.getLogger(BundleCache.class)
          .warn("{} is not deleted: {}", home.data().resolve(ASIDE + "*"), undeletable.toString());
    }
  }

  static List<Path> aside(Home home) throws IOException {
    try (Stream<Path> entries = Files.list(home.data())) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith(ASIDE)).toList();
    }
  }
}
