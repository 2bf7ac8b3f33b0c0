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
    new DemoHome(new Home(root)).makeFresh();
    Files.writeString(Files.createDirectory(root.resolve("data")).resolve("mail"), "x");
    new DemoHome(new Home(root)).makeFresh();
    assertThat(root.resolve("data")).doesNotExist();
  }

  @Test
  void anotherHomeIsNeverErased() throws IOException {
    Path mail = Files.writeString(folder.resolve("mail"), "x");
    assertThatThrownBy(() -> new DemoHome(new Home(folder)).makeFresh())
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
