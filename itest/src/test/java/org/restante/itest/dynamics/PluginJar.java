package org.restante.itest.dynamics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import org.osgi.framework.Constants;
import org.restante.testkit.framework.BundleJar;

/** Jars of a plugin, changed for a test. */
final class PluginJar {

  private final Path original;
  private final Path folder;

  /** Copies go to a folder. */
  PluginJar(Path original, Path folder) {
    this.original = original;
    this.folder = folder;
  }

  /** The same code with another version. */
  Path version(String version) {
    return new BundleJar(original).version(target(version), version);
  }

  /** A higher version that imports what nobody exports. */
  Path unresolved() {
    return copy(
        "unresolved",
        manifest -> {
          manifest.putValue(Constants.BUNDLE_VERSION, "7.0.0");
          manifest.putValue(
              Constants.IMPORT_PACKAGE,
              manifest.getValue(Constants.IMPORT_PACKAGE) + ",org.nowhere;version=\"[1,2)\"");
        });
  }

  /** A higher version that registers nothing. */
  Path silent() {
    return copy(
        "silent",
        manifest -> {
          manifest.putValue(Constants.BUNDLE_VERSION, "7.0.1");
          manifest.remove(new Attributes.Name("Service-Component"));
          manifest.putValue(Constants.BUNDLE_ACTIVATOR, SilentActivator.class.getName());
          manifest.putValue(
              Constants.IMPORT_PACKAGE,
              manifest.getValue(Constants.IMPORT_PACKAGE) + ",org.osgi.framework");
        },
        SilentActivator.class);
  }

  /** A higher version whose health check fails. */
  Path unhealthy() {
    return copy(
        "unhealthy",
        manifest -> {
          manifest.putValue(Constants.BUNDLE_VERSION, "7.0.2");
          manifest.remove(new Attributes.Name("Service-Component"));
          manifest.putValue(Constants.BUNDLE_ACTIVATOR, UnhealthyPlugin.class.getName());
          manifest.putValue(
              Constants.IMPORT_PACKAGE,
              manifest.getValue(Constants.IMPORT_PACKAGE) + ",org.osgi.framework");
        },
        UnhealthyPlugin.class);
  }

  /** The same code behind one that throws at one of five commands. */
  Path faulty(String version) {
    return new BundleJar(original)
        .copy(
            target(version),
            manifest -> {
              manifest.putValue(Constants.BUNDLE_VERSION, version);
              manifest.putValue(Constants.BUNDLE_ACTIVATOR, FaultyActivator.class.getName());
              manifest.putValue(
                  Constants.IMPORT_PACKAGE,
                  manifest.getValue(Constants.IMPORT_PACKAGE)
                      + ",org.osgi.framework,org.osgi.util.tracker");
            },
            PluginJar::asObject,
            FaultyActivator.class,
            FaultyPlugin.class,
            FaultySession.class);
  }

  /** Components register themselves, but not as a plugin. */
  private static byte[] asObject(String entry, byte[] content) {
    if (!entry.matches("OSGI-INF/[^/]*\\.xml")) {
      return content;
    }
    String xml = new String(content, StandardCharsets.UTF_8);
    return xml.replace(
            "<provide interface=\"org.restante.protocol.ProtocolPlugin\"/>",
            "<provide interface=\"java.lang.Object\"/>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Half of it. */
  Path truncated() {
    try {
      byte[] whole = Files.readAllBytes(original);
      Path target = folder.resolve("truncated.jar");
      return Files.write(target, java.util.Arrays.copyOf(whole, whole.length / 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path copy(String name, BundleJar.Change change, Class<?>... added) {
    return new BundleJar(original).copy(target(name), change, added);
  }

  private Path target(String name) {
    return folder.resolve(original.getFileName() + "-" + name + ".jar");
  }
}
