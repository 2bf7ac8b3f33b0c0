package org.restante.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {

  @TempDir private Path folder;
  private Home home = new Home(folder);

  @BeforeEach
  void makeHome() throws IOException {
    home = new Home(folder);
    Files.createDirectories(home.data());
  }

  @Test
  void thisProcessIsFound() throws IOException {
    assertThat(RunningServer.of(home)).isEmpty();
    RunningServer.note(home, 10_000);
    RunningServer server = RunningServer.of(home).orElseThrow();
    assertThat(server.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(server.adminPort()).isEqualTo(10_080);
  }

  @Test
  void anotherProcessWithTheSameNumberIsNotTheServer() throws IOException {
    write(ProcessHandle.current().pid() + "\n10000\n1999-01-01T00:00:00Z\n");
    assertThat(RunningServer.of(home)).isEmpty();
  }

  @Test
  void aHalfWrittenNoteIsNone() throws IOException {
    write(Long.toString(ProcessHandle.current().pid()));
    assertThat(RunningServer.of(home)).isEmpty();
  }

  private void write(String note) throws IOException {
    Files.writeString(home.data().resolve("server.pid"), note);
  }
}
