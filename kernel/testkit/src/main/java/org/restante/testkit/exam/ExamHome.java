package org.restante.testkit.exam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server's home, as the launcher makes it for a new server.
 *
 * @param root its folder: etc, data, deploy, logs
 * @param basePort added to the well-known port of each listener
 */
public record ExamHome(Path root, int basePort) {
  private static final int ATTEMPTS = 100;
  // All ports of a server lie between its base and the next: none is another server's, whatever
  // listeners a test adds.
  private static final int BASES_APART = 1000;
  private static final int LOWEST_BASE = 12;
  // Above are the ports that the system gives to clients, at any moment.
  private static final int HIGHEST_BASE = 31;

  /** The well-known port of a bundle under test. */
  public static final int TCK = 999;

  private static final int[] WELL_KNOWN = {24, 25, 80, 110, 143, 465, 587, 993, 995, TCK};

  /**
   * A new home in a folder, which is emptied, with the distribution's configuration and plugins.
   */
  public static ExamHome fresh(Path root, Assembly assembly) {
    Path folder = root.toAbsolutePath().normalize();
    try {
      empty(folder);
      for (String part : List.of("etc", "data", "deploy", "logs")) {
        Files.createDirectories(folder.resolve(part));
      }
      copy(assembly.root().resolve("etc"), folder.resolve("etc"));
      copy(assembly.root().resolve("plugins"), folder.resolve("deploy"));
      return new ExamHome(folder, freeBasePort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of a listener, by the well-known one. */
  public int port(int wellKnown) {
    return basePort + wellKnown;
  }

  /** Where plugins are put in and taken out. */
  public Path deploy() {
    return root.resolve("deploy");
  }

  /**
   * Sets one line of a file in {@code etc/}, made where it is missing.
   *
   * @param pid the file's name without {@code .config}
   * @param value as the file's format writes it: {@code I"3"}
   */
  public ExamHome set(String pid, String key, String value) {
    Path file = root.resolve("etc").resolve(pid + ".config");
    try {
      List<String> lines =
          new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
      lines.removeIf(line -> line.strip().matches(Pattern.quote(key) + "\\s*=.*"));
      lines.add(key + "=" + value);
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** What is in the deploy folder. */
  public List<Path> plugins() {
    try (Stream<Path> files = Files.list(deploy())) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The configured listeners' files, without {@code .config}. */
  public List<String> listeners() {
    try (Stream<Path> files = Files.list(root.resolve("etc"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.matches("org\\.restante\\.core\\.listener[-~].*\\.config"))
          .map(file -> file.replaceFirst("\\.config$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freeBasePort() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int base = BASES_APART * RandomGenerator.getDefault().nextInt(LOWEST_BASE, HIGHEST_BASE + 1);
      if (free(base)) {
        return base;
      }
    }
    throw new IOException("no base port with all its ports free");
  }

  private static boolean free(int base) {
    for (int port : WELL_KNOWN) {
      try (ServerSocket probe =
          new ServerSocket(base + port, 1, InetAddress.getLoopbackAddress())) {
        probe.setReuseAddress(true);
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
