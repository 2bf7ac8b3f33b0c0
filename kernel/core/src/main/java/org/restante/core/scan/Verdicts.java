package org.restante.core.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.core.ownership.Ownership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was found in jars, for the next start. Only that nothing was found is kept: a file whose
 * name is the SHA-256 of the jar, and which holds that of the scan's own classes, so that another
 * jar and another kernel are scanned. A file that could be somebody else's, or holds anything else,
 * does not count. Thread-safe.
 */
public final class Verdicts {
  private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
  private static final int MOST = 200;

  /** Every class of this package, and what reads class files for it. */
  static final List<String> SCAN =
      List.of(
          "ClassScan.class",
          "ClassScan$Method.class",
          "Finding.class",
          "Forbidden.class",
          "Forbidden$Rules.class",
          "PluginScan.class",
          "Verdicts.class",
          "/org/objectweb/asm/ClassReader.class");

  private final Path folder;
  private final String scan;

  /** Kept in a folder that only this user can change; it is made where it is missing. */
  public Verdicts(Path folder) {
    this(folder, ofScan());
  }

  Verdicts(Path folder, String scan) {
    this.folder = folder;
    this.scan = scan;
  }

  /**
   * All that a jar must not do, as {@link PluginScan} tells.
   *
   * @param digest the SHA-256 of these octets, in hexadecimal digits
   */
  public List<Finding> of(byte[] jar, String digest) throws IOException {
    Path file = folder.resolve(digest);
    if (isClean(file)) {
      return List.of();
    }
    List<Finding> findings = PluginScan.of(jar);
    if (findings.isEmpty()) {
      keep(file);
    }
    return findings;
  }

  private boolean isClean(Path file) {
    try {
      return Files.isRegularFile(file)
          && Ownership.warnings(List.of(folder, file)).isEmpty()
          && Files.size(file) == scan.length()
          && Files.readString(file).equals(scan);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private void keep(Path file) {
    try {
      if (Files.notExists(folder)) {
        Files.createDirectories(folder);
        if (Ownership.of(folder).isPresent()) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
      forgetTooMany();
      Path draft = Files.createTempFile(folder, "", ".new"); // for the owner only
      Files.writeString(draft, scan);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.debug("the next start scans {} again", file, e);
    }
  }

  private void forgetTooMany() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      if (all.size() >= MOST) {
        for (Path each : all) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  /** Of the classes that scan; whatever changes one of them makes all verdicts void. */
  private static String ofScan() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : SCAN) {
        @Nullable InputStream octets = Verdicts.class.getResourceAsStream(name);
        if (octets == null) {
          throw new IllegalStateException(name + " can't be read");
        }
        try (octets) {
          digest.update(octets.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // they were loaded from there
    }
  }
}
