package org.restante.testkit.exam;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.UrlProvisionOption;

/**
 * An assembled distribution: {@code bundles/NN/*.jar}, {@code plugins/*.jar}, {@code etc/}.
 *
 * @param root its folder
 */
public record ExamDistribution(Path root) {

  private static final int TOP_LEVEL = 100;
  private static final String SYSTEM_PACKAGES = "org.osgi.framework.system.packages.extra";

  /**
   * Everything to run it: its bundles, those of JUnit, and a framework set up as its launcher does.
   *
   * @param framework what the launcher tells the framework
   */
  public Option with(Map<String, String> framework) {
    return composite(
        bundles(),
        junitBundles(),
        frameworkStartLevel(TOP_LEVEL),
        cleanCaches(true),
        systemPackages(framework),
        properties(framework));
  }

  /** The bundles in their start levels; a fragment is installed and never started. */
  public Option bundles() {
    Option[] bundles =
        list(root.resolve("bundles"), "[0-9]+").stream()
            .flatMap(level -> list(level, ".*\\.jar").stream().map(jar -> provision(jar, level)))
            .toArray(Option[]::new);
    return composite(bundles);
  }

  /** The jars of the protocols, by the word before the version: {@code imap} and its jar. */
  public Path plugin(String protocol) {
    List<Path> found = list(root.resolve("plugins"), "restante-plugin-" + protocol + "-.*\\.jar");
    if (found.size() != 1) {
      throw new IllegalStateException("plugins of " + protocol + " in " + root + ": " + found);
    }
    return found.get(0);
  }

  /** A library of the test's class path as a bundle, by any class of it. */
  public static Option library(Class<?> member) {
    try {
      return bundle(
          member.getProtectionDomain().getCodeSource().getLocation().toURI().toString());
    } catch (URISyntaxException unusable) {
      throw new IllegalArgumentException(member.toString(), unusable);
    }
  }

  private static UrlProvisionOption provision(Path jar, Path level) {
    UrlProvisionOption option =
        bundle(jar.toUri().toString()).startLevel(Integer.parseInt(name(level)));
    return isFragment(jar) ? option.noStart() : option;
  }

  private static Option systemPackages(Map<String, String> framework) {
    String packages = framework.getOrDefault(SYSTEM_PACKAGES, "");
    return systemPackage(packages);
  }

  private static Option properties(Map<String, String> framework) {
    return composite(
        framework.entrySet().stream()
            .filter(property -> !property.getKey().equals(SYSTEM_PACKAGES))
            .map(property -> frameworkProperty(property.getKey()).value(property.getValue()))
            .toArray(Option[]::new));
  }

  private static boolean isFragment(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest() != null
          && file.getManifest().getMainAttributes().getValue("Fragment-Host") != null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(jar.toString(), unreadable);
    }
  }

  static List<Path> list(Path folder, String names) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> name(entry).matches(names)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("no distribution: " + folder, unreadable);
    }
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
