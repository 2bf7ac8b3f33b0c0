package org.restante.core.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who can change a path by its POSIX permissions.
 *
 * @param owner who it belongs to
 * @param permissions its mode
 */
public record Ownership(Path path, String owner, Set<PosixFilePermission> permissions) {
  private static final String ROOT = "root";

  /** Copies. */
  public Ownership {
    permissions = Set.copyOf(permissions);
  }

  /** Of a path; empty where it is not there, or its file system knows no POSIX permissions. */
  public static Optional<Ownership> of(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null || Files.notExists(path)) {
      return Optional.empty();
    }
    PosixFileAttributes attributes = view.readAttributes();
    return Optional.of(new Ownership(path, attributes.owner().getName(), attributes.permissions()));
  }

  /** Whether anybody at all can change it. */
  public boolean worldWritable() {
    return permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  /**
   * What is wrong with it, each with path, mode and cure; nothing where only its owner can change
   * it, and that is this user or root.
   */
  public List<String> warnings(String user) {
    List<String> all = new ArrayList<>();
    if (worldWritable() || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
      all.add(
          "%s (mode %s) is writable by others than its owner: chmod go-w %s"
              .formatted(path, PosixFilePermissions.toString(permissions), path));
    }
    if (!owner.equals(user) && !owner.equals(ROOT)) {
      all.add("%s belongs to %s: chown %s %s".formatted(path, owner, user, path));
    }
    return all;
  }

  /** All warnings for these paths, and for those where nothing can be known. */
  public static List<String> warnings(List<Path> paths) {
    String user = System.getProperty("user.name", "");
    List<String> all = new ArrayList<>();
    for (Path path : paths) {
      try {
        Optional<Ownership> known = of(path);
        known.ifPresent(ownership -> all.addAll(ownership.warnings(user)));
        if (known.isEmpty() && Files.exists(path)) {
          all.add(path + ": this file system has no permissions that could protect it");
        }
      } catch (IOException e) {
        all.add(path + ": its permissions can't be read: " + e);
      }
    }
    return all;
  }
}
