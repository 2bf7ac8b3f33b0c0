package org.restante.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The home directory of a server.
 *
 * @param root its absolute path
 */
public record Home(Path root) {

  /** Makes the path absolute. */
  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /** Configurations; the operator's to edit. */
  public Path etc() {
    return root.resolve("etc");
  }

  /** Mail, accounts, keys, process id. */
  public Path data() {
    return root.resolve("data");
  }

  /** Protocol bundles. */
  public Path deploy() {
    return root.resolve("deploy");
  }

  /** Logs. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** What an admin request must show. */
  public Path adminToken() {
    return data().resolve("admin.token");
  }

  /** Makes what is missing; templates come from the distribution. */
  public void prepare(Distribution distribution) throws IOException {
    boolean fresh = Files.notExists(deploy());
    for (Path directory : List.of(root, etc(), data(), deploy(), logs())) {
      makePrivate(directory);
    }
    copyMissing(distribution.etc(), etc());
    if (fresh) {
      copyMissing(distribution.plugins(), deploy());
    }
  }

  /** Removes the whole home; for the demonstration only. */
  public void erase() throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    Tree.delete(root);
  }

  private static void makePrivate(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Files.createDirectories(directory);
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void copyMissing(Path from, Path to) throws IOException {
    try (Stream<Path> templates = Files.list(from)) {
      for (Path template : templates.toList()) {
        Path target = to.resolve(template.getFileName());
        if (Files.notExists(target)) {
          Files.copy(template, target);
        }
      }
    }
  }
}
