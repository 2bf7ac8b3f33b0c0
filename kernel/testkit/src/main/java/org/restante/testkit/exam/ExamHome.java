package org.restante.testkit.exam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A home for one run of a distribution, as the launcher would make it: {@code etc/} copied, the
 * plugins in {@code deploy/}, and a base port above which every listener's port is free.
 *
 * @param root the folder
 * @param basePort added to the well-known ports
 */
public record ExamHome(Path root, int basePort) {

  private static final int LOWEST_BASE = 20_000;
  private static final int HIGHEST_BASE = 60_000;
  private static final int ADMIN_PORT = 80;
  private static final Pattern PORT = Pattern.compile("(?m)^port\\s*=\\s*I?\"(\\d+)\"");

  /** A new home in a folder for homes. */
  public static ExamHome of(ExamDistribution distribution, Path homes) {
    try {
      Files.createDirectories(homes);
      Path root = Files.createTempDirectory(homes.toAbsolutePath(), "home-");
      copy(distribution.root().resolve("etc"), Files.createDirectory(root.resolve("etc")));
      copy(distribution.root().resolve("plugins"), Files.createDirectory(root.resolve("deploy")));
      Files.createDirectory(root.resolve("data"));
      Files.createDirectory(root.resolve("logs"));
      return new ExamHome(root, freeBase(root.resolve("etc")));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
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
      List<String> lines = new ArrayList<>();
      if (Files.exists(file)) {
        Files.readAllLines(file).stream()
            .filter(line -> !line.strip().matches(Pattern.quote(key) + "\\s*=.*"))
            .forEach(lines::add);
      }
      lines.add(key + "=" + value);
      Files.write(file, lines);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return this;
  }

  /** The names of the configured listeners. */
  public List<String> listeners() {
    return ExamDistribution.list(root.resolve("etc"), "org\\.restante\\.core\\.listener~.*").stream()
        .map(file -> ExamDistribution.name(file).replaceAll(".*~|\\.config$", ""))
        .toList();
  }

  private static int freeBase(Path etc) throws IOException {
    List<Integer> ports = new ArrayList<>(List.of(ADMIN_PORT));
    for (Path file : ExamDistribution.list(etc, ".*\\.config")) {
      Matcher port = PORT.matcher(Files.readString(file));
      while (port.find()) {
        ports.add(Integer.parseInt(port.group(1)));
      }
    }
    int base;
    do {
      base = RandomGenerator.getDefault().nextInt(LOWEST_BASE, HIGHEST_BASE);
    } while (!allFree(ports, base));
    return base;
  }

  private static boolean allFree(List<Integer> ports, int base) {
    return ports.stream().allMatch(port -> free(base + port));
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      for (Path file : ExamDistribution.list(from, ".*")) {
        Files.copy(file, to.resolve(ExamDistribution.name(file)));
      }
    }
  }
}
