package org.restante.launcher.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that runs in a home, as noted in {@code data/server.pid}: process id and base port.
 *
 * @param pid its process
 * @param basePort added to every well-known port
 */
public record RunningServer(long pid, int basePort) {

  /** Where the admin API and the metrics are. */
  public int adminPort() {
    return basePort + 80;
  }

  /** The server of a home, if its process is alive. */
  public static Optional<RunningServer> of(Home home) throws IOException {
    Path note = note(home);
    if (Files.notExists(note)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
    if (lines.size() < 2) {
      return Optional.empty();
    }
    RunningServer server =
        new RunningServer(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(1)));
    return ProcessHandle.of(server.pid).filter(ProcessHandle::isAlive).map(alive -> server);
  }

  /** Notes this process as the home's server; the note goes when the process ends. */
  public static void note(Home home, int basePort) throws IOException {
    Path note = note(home);
    long pid = ProcessHandle.current().pid();
    Files.writeString(note, pid + "\n" + basePort + "\n");
    note.toFile().deleteOnExit();
  }

  private static Path note(Home home) {
    return home.data().resolve("server.pid");
  }
}
