package org.restante.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.launcher.home.Distribution;
import org.restante.launcher.home.Home;

class DemoHomeTest {

  @TempDir private Path folder;

  @Test
  void theHomeOfADemonstrationIsMadeAnew() throws IOException {
    Path root = folder.resolve("demo");
    new DemoHome(new Home(root)).erase();
    Files.writeString(Files.createDirectory(root.resolve("data")).resolve("mail"), "x");
    new DemoHome(new Home(root)).erase();
    assertThat(root.resolve("data")).doesNotExist();
  }

  @Test
  void itsListenersAreWhereItWasSaid() throws IOException {
    Path etc = Files.createDirectories(folder.resolve("dist/etc"));
    Files.createDirectories(folder.resolve("dist/plugins"));
    Files.writeString(
        etc.resolve("org.restante.core.listener-imap.config"), "bind=\"0.0.0.0\"\nport=I\"143\"\n");
    Files.writeString(
        etc.resolve("org.restante.core.listener-lmtp.config"), "bind=\"127.0.0.1\"\n");
    Home home = new Home(folder.resolve("demo"));
    new DemoHome(home).makeFresh(new Distribution(folder.resolve("dist")), "::1");
    assertThat(home.etc().resolve("org.restante.core.listener-imap.config"))
        .hasContent("bind=\"::1\"\nport=I\"143\"\n");
    assertThat(home.etc().resolve("org.restante.core.listener-lmtp.config"))
        .hasContent("bind=\"127.0.0.1\"\n");
  }

  @Test
  void anotherHomeIsNeverErased() throws IOException {
    Path mail = Files.writeString(folder.resolve("mail"), "x");
    assertThatThrownBy(() -> new DemoHome(new Home(folder)).erase())
        .hasMessageContaining("not erased");
    assertThat(mail).exists();
  }

  @Test
  void itIsBelowTheBuildOrInTheCurrentDirectory() {
    assertThat(DemoHome.standard(new Distribution(Path.of("/src/dist/target/restante"))).root())
        .isEqualTo(Path.of("/src/dist/target/demo"));
    assertThat(DemoHome.standard(new Distribution(Path.of("/opt/restante"))).root())
        .isEqualTo(Path.of("restante-demo").toAbsolutePath());
  }
}
