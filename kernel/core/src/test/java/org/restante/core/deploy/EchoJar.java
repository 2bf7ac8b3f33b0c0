package org.restante.core.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.restante.core.echo.EchoActivator;

/** Makes bundles of the echo protocol. */
final class EchoJar {
  static final String NAME = "org.restante.test.echo";

  private EchoJar() {}

  static Path write(Path file, String version, Map<String, String> headers) throws IOException {
    return write(file, version, headers, classes());
  }

  /** One that does what no plugin may, when it is told to. */
  static Path hostile(Path file, String version) throws IOException {
    List<String> all = new ArrayList<>(classes());
    all.add("EchoMischief");
    return write(file, version, Map.of(), all);
  }

  private static Path write(
      Path file, String version, Map<String, String> headers, List<String> classes)
      throws IOException {
    Map<String, String> all =
        new TreeMap<>(
            Map.of(
                "Manifest-Version",
                "1.0",
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                NAME,
                "Bundle-Version",
                version,
                "Bundle-Activator",
                EchoActivator.class.getName(),
                "Import-Package",
                "org.osgi.framework,org.restante.protocol,org.restante.protocol.state,org.restante.account"));
    all.putAll(headers);
    Manifest manifest = new Manifest();
    all.forEach((key, value) -> manifest.getMainAttributes().put(new Attributes.Name(key), value));
    Path draft = file.resolveSibling("." + file.getFileName());
    try (OutputStream out = Files.newOutputStream(draft);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (String name : classes) {
        add(jar, name);
      }
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return file;
  }

  private static List<String> classes() {
    return List.of("EchoActivator", "EchoActivator$1", "EchoPlugin", "EchoSession", "EchoAct");
  }

  private static void add(JarOutputStream jar, String name) throws IOException {
    String path = EchoActivator.class.getPackageName().replace('.', '/') + "/" + name + ".class";
    jar.putNextEntry(new ZipEntry(path));
    try (InputStream octets = EchoActivator.class.getClassLoader().getResourceAsStream(path)) {
      if (octets == null) {
        throw new IOException("no class " + path);
      }
      octets.transferTo(jar);
    }
    jar.closeEntry();
  }
}
