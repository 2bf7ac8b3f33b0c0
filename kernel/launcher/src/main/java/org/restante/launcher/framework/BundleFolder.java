package org.restante.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bundles of one start level.
 *
 * @param level the folder's name
 * @param jars sorted by name
 */
record BundleFolder(int level, List<Path> jars) {

  static List<BundleFolder> in(Path bundles) throws IOException {
    return list(bundles, "[0-9]+").stream().map(BundleFolder::of).toList();
  }

  private static BundleFolder of(Path folder) {
    try {
      return new BundleFolder(
          Integer.parseInt(folder.getFileName().toString()), list(folder, ".*\\.jar"));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static List<Path> list(Path folder, String names) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches(names))
          .sorted()
          .toList();
    }
  }
}
