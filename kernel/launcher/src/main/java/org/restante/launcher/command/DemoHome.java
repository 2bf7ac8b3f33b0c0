package org.restante.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.restante.launcher.home.Distribution;
import org.restante.launcher.home.Home;
import org.restante.launcher.home.RunningServer;

/**
 * The home of a demonstration, made anew each time. A mark inside it says that it may be erased, so
 * that no real mail goes with a mistyped {@code --home}.
 */
record DemoHome(Home home) {

  /** Below the build's folder, or in the current directory where the distribution is installed. */
  static Home standard(Distribution distribution) {
    return Optional.ofNullable(distribution.root().toAbsolutePath().getParent())
        .filter(folder -> folder.endsWith("target"))
        .map(target -> new Home(target.resolve("demo")))
        .orElseGet(() -> new Home(Path.of("restante-demo")));
  }

  /** Erases it and makes it again, its listeners bound to one address, user1 its postmaster. */
  void makeFresh(Distribution distribution, String bind) throws IOException {
    erase();
    home.prepare(distribution);
    try (Stream<Path> files = Files.list(home.etc())) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("org.restante.core.listener-")) {
          // what is on loopback for good, as LMTP is, stays there
          replace(file, "bind=\"0.0.0.0\"", "bind=\"" + bind + "\"");
        } else if (name.equals("org.restante.smtp.config")) {
          replace(file, "postmaster=\"\"", "postmaster=\"user1\"");
        }
      }
    }
  }

  private static void replace(Path file, String line, String by) throws IOException {
    Files.writeString(file, Files.readString(file).replace(line, by));
  }

  void erase() throws IOException {
    if (RunningServer.of(home).isPresent()) {
      throw new IOException("a server runs in " + home.root() + "; stop it first");
    }
    if (Files.exists(home.root()) && Files.notExists(mark()) && !isEmpty(home.root())) {
      throw new IOException(
          home.root() + " is no demonstration's home, so it is not erased; name another --home");
    }
    home.erase();
    Files.createDirectories(home.root());
    Files.writeString(mark(), "«restante demo» erases this directory when it starts.\n");
  }

  private Path mark() {
    return home.root().resolve(".demo");
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }
}
