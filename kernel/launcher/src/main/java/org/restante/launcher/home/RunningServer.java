package org.restante.launcher.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that runs in a home, as noted in {@code data/server.pid}: process id, base port, and
 * when the process began, since a process id comes back after a restart of the machine.
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
    if (lines.size() < 3) {
      return Optional.empty(); // it is being written
    }
    RunningServer server =
        new RunningServer(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(1)));
    return ProcessHandle.of(server.pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> began(process).equals(lines.get(2)))
        .map(alive -> server);
  }

  private static String began(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("-");
  }

  /** Notes this process as the home's server; the note goes when the process ends. */
  public static void note(Home home, int basePort) throws IOException {
    Path note = note(home);
    ProcessHandle self = ProcessHandle.current();
    Files.writeString(note, self.pid() + "\n" + basePort + "\n" + began(self) + "\n");
    note.toFile().deleteOnExit();
  }

  private static Path note(Home home) {
    return home.data().resolve("server.pid");
  }
}
