package org.restante.testkit.exam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The assembled distribution: {@code dist/target/restante}.
 *
 * @param root its folder
 */
public record Assembly(Path root) {

  /** Checks that it is there. */
  public Assembly {
    root = root.toAbsolutePath().normalize();
    if (!Files.isDirectory(root.resolve("bundles"))) {
      throw new IllegalArgumentException(root + " is not built: mvn -pl dist -am package");
    }
  }

  /** The one that the system property {@code restante.assembly} names, or this build's. */
  public static Assembly toTest() {
    String folder = System.getProperty("restante.assembly", "");
    return folder.isEmpty() ? ofThisBuild() : new Assembly(Path.of(folder));
  }

  /** The one that this build made, seen from any module of it. */
  public static Assembly ofThisBuild() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("dist/src/main/assembly"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException(
            "not below the source tree: " + Path.of("").toAbsolutePath());
      }
    }
    return new Assembly(folder.resolve("dist/target/restante"));
  }

  /** All bundles that are installed at the start, by start level and name. */
  public List<AssembledBundle> bundles() {
    return jars(root.resolve("bundles")).stream().map(AssembledBundle::of).toList();
  }

  /** The jars that go into the deploy folder. */
  public List<Path> plugins() {
    return jars(root.resolve("plugins"));
  }

  /** The plugin of a protocol. */
  public Path plugin(String protocol) {
    return plugins().stream()
        .filter(jar -> jar.getFileName().toString().contains("-plugin-" + protocol))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no plugin for " + protocol));
  }

  /** The bundle whose file name begins like this. */
  public AssembledBundle bundle(String name) {
    return bundles().stream()
        .filter(bundle -> bundle.jar().getFileName().toString().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no bundle " + name));
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
