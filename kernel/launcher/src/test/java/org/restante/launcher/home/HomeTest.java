package org.restante.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @TempDir private Path folder;
  private Distribution distribution = new Distribution(folder);
  private Home home = new Home(folder);

  @BeforeEach
  void layOut() throws IOException {
    distribution = new Distribution(folder.resolve("dist"));
    home = new Home(folder.resolve("home"));
    Files.createDirectories(distribution.etc());
    Files.createDirectories(distribution.plugins());
    Files.writeString(distribution.etc().resolve("a.config"), "port=1");
    Files.writeString(distribution.plugins().resolve("imap.jar"), "1");
  }

  @Test
  void aNewHomeGetsConfigurationsAndPlugins() throws IOException {
    home.prepare(distribution);
    assertThat(home.etc().resolve("a.config")).hasContent("port=1");
    assertThat(home.deploy().resolve("imap.jar")).exists();
    for (Path directory : new Path[] {home.root(), home.data(), home.logs(), home.deploy()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void whatTheOperatorHasChangedIsNeverOverwritten() throws IOException {
    home.prepare(distribution);
    Files.writeString(home.etc().resolve("a.config"), "port=2");
    Files.writeString(home.deploy().resolve("imap.jar"), "2");
    home.prepare(distribution);
    assertThat(home.etc().resolve("a.config")).hasContent("port=2");
    assertThat(home.deploy().resolve("imap.jar")).hasContent("2");
  }

  @Test
  void aRemovedPluginStaysRemoved() throws IOException {
    home.prepare(distribution);
    Files.delete(home.deploy().resolve("imap.jar"));
    home.prepare(distribution);
    assertThat(home.deploy().resolve("imap.jar")).doesNotExist();
  }

  @Test
  void aNewConfigurationOfALaterVersionComesAlong() throws IOException {
    home.prepare(distribution);
    Files.writeString(distribution.etc().resolve("b.config"), "x=1");
    home.prepare(distribution);
    assertThat(home.etc().resolve("b.config")).exists();
  }

  @Test
  void anErasedHomeIsGone() throws IOException {
    home.prepare(distribution);
    home.erase();
    assertThat(home.root()).doesNotExist();
    home.erase();
  }
}
