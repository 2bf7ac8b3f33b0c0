package org.restante.admin.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The listeners that the operator has asked for, one configuration each.
 *
 * @param etc where configurations are
 */
record WantedListeners(Path etc) {

  private static final String CONFIGURATION = "org.restante.core.listener-";

  long count() throws IOException {
    if (Files.notExists(etc)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(etc)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(CONFIGURATION) && name.endsWith(".config"))
          .count();
    }
  }
}
