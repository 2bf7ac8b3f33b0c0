package org.restante.testkit.framework;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/**
 * A bundle's jar, of which changed copies are made.
 *
 * @param original the jar, which stays as it is
 */
public record BundleJar(Path original) {

  /** What is changed in the manifest. */
  @FunctionalInterface
  public interface Change {
    /** Changes the main attributes. */
    void make(Attributes manifest);
  }

  /** What is changed in an entry. */
  @FunctionalInterface
  public interface Edit {
    /** The entry's content in the copy. */
    byte[] made(String entry, byte[] content);
  }

  /** The bundle's name. */
  public String symbolicName() {
    try (JarFile jar = new JarFile(original.toFile())) {
      String name = jar.getManifest().getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
      return name.split(";", -1)[0].strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same code with another version. */
  public Path version(Path target, String version) {
    return copy(target, manifest -> manifest.putValue(Constants.BUNDLE_VERSION, version));
  }

  /** A copy with another manifest and some classes more. */
  public Path copy(Path target, Change change, Class<?>... added) {
    return copy(target, change, (entry, content) -> content, added);
  }

  /** A copy with another manifest, other entries and some classes more. */
  public Path copy(Path target, Change change, Edit edit, Class<?>... added) {
    try (JarFile from = new JarFile(original.toFile())) {
      Files.createDirectories(target.toAbsolutePath().resolveSibling(""));
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      Manifest manifest = new Manifest(from.getManifest());
      change.make(manifest.getMainAttributes());
      try (JarOutputStream to = new JarOutputStream(octets, manifest)) {
        copyEntries(from, to, edit);
        for (Class<?> type : added) {
          add(to, type);
        }
      }
      return Files.write(target, octets.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyEntries(JarFile from, JarOutputStream to, Edit edit) throws IOException {
    Enumeration<JarEntry> entries = from.entries();
    while (entries.hasMoreElements()) {
      JarEntry entry = entries.nextElement();
      if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
        try (InputStream content = from.getInputStream(entry)) {
          put(to, entry.getName(), edit.made(entry.getName(), content.readAllBytes()));
        }
      }
    }
  }

  private static void add(JarOutputStream to, Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    try (InputStream code = type.getClassLoader().getResourceAsStream(path)) {
      if (code == null) {
        throw new IOException("no code of " + type);
      }
      put(to, path, code.readAllBytes());
    }
  }

  private static void put(JarOutputStream to, String name, byte[] content) throws IOException {
    to.putNextEntry(new JarEntry(name));
    to.write(content);
    to.closeEntry();
  }
}
