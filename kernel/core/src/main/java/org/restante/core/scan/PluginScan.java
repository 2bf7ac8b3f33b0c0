package org.restante.core.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.osgi.framework.Constants;

/** Looks a bundle's jar over: its manifest and every class in it, those of nested jars too. */
public final class PluginScan {
  private static final String ENGINE = "org.restante.keyvalue.KeyValueEngine";
  private static final String CLASS = ".class";
  private static final int VERSION = 6; // where a class file says it

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, byte[]> classes = new LinkedHashMap<>(); // by their internal names

  private PluginScan() {}

  /**
   * All that a jar must not do, in the order of its entries. An engine is a part of the kernel, and
   * may do what it likes.
   *
   * @throws IOException if it is no jar
   */
  public static List<Finding> of(byte[] jar) throws IOException {
    PluginScan scan = new PluginScan();
    scan.readJar(jar);
    scan.readClasses();
    return isEngine(jar) ? List.of() : List.copyOf(scan.findings);
  }

  /** Whether the jar says that it is an engine. */
  public static boolean isEngine(byte[] jar) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
          @Nullable String provided =
              new Manifest(zip).getMainAttributes().getValue(Constants.PROVIDE_CAPABILITY);
          return provided != null && provided.contains(ENGINE);
        }
      }
    }
    return false;
  }

  private void readJar(byte[] jar) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
          readManifest(new Manifest(zip));
        } else if (name.endsWith(CLASS)) {
          classes.put(name.substring(0, name.length() - CLASS.length()), zip.readAllBytes());
        } else if (name.endsWith(".jar")) {
          readJar(zip.readAllBytes());
        }
      }
    }
  }

  private void readManifest(Manifest manifest) {
    for (String header :
        List.of(
            Constants.IMPORT_PACKAGE,
            Constants.DYNAMICIMPORT_PACKAGE,
            Constants.REQUIRE_BUNDLE,
            Constants.FRAGMENT_HOST,
            Constants.BUNDLE_NATIVECODE)) {
      @Nullable String value = manifest.getMainAttributes().getValue(header);
      if (value != null) {
        readHeader(header, value);
      }
    }
  }

  private void readHeader(String header, String value) {
    switch (header) {
      case Constants.BUNDLE_NATIVECODE ->
          findings.add(new Finding(Forbidden.NATIVE, header, value));
      case Constants.REQUIRE_BUNDLE, Constants.FRAGMENT_HOST -> {
        if (value.contains("org.restante.")) {
          findings.add(new Finding(Forbidden.RAW_STORE, header, value));
        }
      }
      default -> readPackages(header, value);
    }
  }

  private void readPackages(String header, String value) {
    // Directives hold commas in quotes; a package's name stands at a beginning or behind a comma.
    for (String clause : value.replaceAll("\"[^\"]*\"", "").split(",")) {
      String name = clause.split(";", 2)[0].strip();
      if (name.equals("*")) {
        findings.add(new Finding(Forbidden.RAW_STORE, header, "every package"));
      } else {
        Forbidden.type(name.replace('.', '/') + "/")
            .ifPresent(rule -> findings.add(new Finding(rule, header, name)));
      }
    }
  }

  private void readClasses() throws IOException {
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      readClass(each.getKey(), each.getValue());
    }
  }

  private void readClass(String name, byte[] octets) throws IOException {
    try {
      ClassReader reader = new ClassReader(octets);
      if (reader.readUnsignedShort(VERSION) < Opcodes.V11) {
        findings.add(new Finding(Forbidden.OLD_CLASSES, name, "an old class format"));
      }
      reader.accept(
          new ClassScan(classes.keySet(), findings),
          ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (RuntimeException e) { // whatever ASM throws at octets that are no class
      throw new IOException(name + " is no class that can be read: " + e, e);
    }
  }
}
