package org.restante.testkit.exam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * A bundle of the assembled distribution.
 *
 * @param jar its file
 * @param startLevel where it starts
 * @param fragment whether it belongs to another bundle and is never started
 */
public record AssembledBundle(Path jar, int startLevel, boolean fragment) {

  static AssembledBundle of(Path jar) {
    int level = Integer.parseInt(String.valueOf(jar.getName(jar.getNameCount() - 2)));
    try (JarFile file = new JarFile(jar.toFile())) {
      String host = file.getManifest().getMainAttributes().getValue("Fragment-Host");
      return new AssembledBundle(jar, level, host != null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one string by which the framework knows it. */
  public String location() {
    return jar.toUri().toString();
  }
}
