package org.restante.core.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.restante.core.scan.PluginScan;
import org.restante.deploy.DeploymentRefused;

/**
 * A bundle's jar, read completely.
 *
 * @param file the file's name
 * @param name the bundle's symbolic name
 * @param digest the SHA-256 of its content, in hexadecimal digits
 * @param kind what it is expected to do
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record Jar(String file, String name, Version version, String digest, Kind kind, byte[] content) {
  private static final long MOST_OCTETS = 256L * 1024 * 1024;
  private static final int HASH_DIGITS = 16;
  private static final int END_RECORD = 22;
  private static final String PLUGIN = "org.restante.protocol.ProtocolPlugin";

  /** What a bundle must do before it counts as serving. */
  enum Kind {
    /** Register a protocol plugin that is healthy. */
    PLUGIN,
    /** Register some service. */
    SERVICE,
    /** Resolve. */
    LIBRARY
  }

  /** Whether it says that it is an engine, which is a part of the kernel. */
  boolean engine() {
    try {
      return PluginScan.isEngine(content);
    } catch (IOException e) {
      return false; // it was read once already
    }
  }

  /** Enough of the digest to tell jars apart. */
  String hash() {
    return digest.substring(0, HASH_DIGITS);
  }

  /** Where the framework knows it from. */
  String location() {
    return location(file, hash());
  }

  static String location(String file, String hash) {
    return Framework.LOCATION_PREFIX + file + "#" + hash;
  }

  /** The same under another file name. */
  Jar named(String other) {
    return new Jar(other, name, version, digest, kind, content);
  }

  /** The same, to remember that it was there. */
  Jar withoutContent() {
    return new Jar(file, name, version, digest, kind, new byte[0]);
  }

  /** The file's name in a location. */
  static String fileOf(String location) {
    return location.substring(Framework.LOCATION_PREFIX.length(), location.lastIndexOf('#'));
  }

  /** Reads a file. */
  static Jar read(Path path) throws DeploymentRefused {
    String file = String.valueOf(path.getFileName());
    try {
      if (Files.size(path) > MOST_OCTETS) {
        throw new DeploymentRefused(file + " is larger than " + MOST_OCTETS + " octets");
      }
      byte[] content = Files.readAllBytes(path);
      readThrough(content);
      Attributes manifest = manifest(content, file);
      return new Jar(
          file,
          name(manifest, file),
          version(manifest, file),
          digest(content),
          kind(manifest),
          content);
    } catch (IOException e) {
      throw new DeploymentRefused(
          file + " is not a readable jar (" + e.getMessage() + "): copy it again");
    }
  }

  /** Every entry to its end: a jar that is cut off or damaged fails here. */
  private static void readThrough(byte[] content) throws IOException {
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        zip.transferTo(OutputStream.nullOutputStream());
        entries++;
      }
    }
    if (entries == 0 || !endsWithDirectory(content)) {
      throw new IOException("it is cut off");
    }
  }

  /** The end record of the central directory is there. */
  private static boolean endsWithDirectory(byte[] content) {
    int earliest = Math.max(0, content.length - 0xffff - END_RECORD);
    for (int at = content.length - END_RECORD; at >= earliest; at--) {
      if (content[at] == 'P'
          && content[at + 1] == 'K'
          && content[at + 2] == 5
          && content[at + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static Attributes manifest(byte[] content, String file)
      throws IOException, DeploymentRefused {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
          return new Manifest(zip).getMainAttributes();
        }
      }
    }
    throw notABundle(file);
  }

  private static String name(Attributes manifest, String file) throws DeploymentRefused {
    @Nullable String header = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
    if (header == null || header.isBlank()) {
      throw notABundle(file);
    }
    return header.split(";", 2)[0].strip();
  }

  private static Version version(Attributes manifest, String file) throws DeploymentRefused {
    try {
      return Version.parseVersion(manifest.getValue(Constants.BUNDLE_VERSION));
    } catch (IllegalArgumentException e) {
      throw new DeploymentRefused(
          file + " has a malformed Bundle-Version: " + e.getMessage() + "; write it as 1.2.3");
    }
  }

  private static Kind kind(Attributes manifest) {
    String provided = String.valueOf(manifest.getValue(Constants.PROVIDE_CAPABILITY));
    boolean active =
        manifest.getValue("Service-Component") != null
            || manifest.getValue(Constants.BUNDLE_ACTIVATOR) != null;
    if (provided.contains(PLUGIN) || (active && !provided.contains("osgi.service"))) {
      return Kind.PLUGIN;
    }
    return active ? Kind.SERVICE : Kind.LIBRARY;
  }

  private static DeploymentRefused notABundle(String file) {
    return new DeploymentRefused(
        file + " is not a bundle: its manifest has no Bundle-SymbolicName; build it with bnd");
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
