package org.restante.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.launcher.home.Home;

class BundleCacheTest {

  @TempDir private Path root;

  @Test
  void theOldOneIsOutOfTheWayAtOnceAndDeletedLater() throws IOException {
    Home home = new Home(root);
    Path bundle = Files.createDirectories(BundleCache.of(home).resolve("bundle1"));
    Files.writeString(bundle.resolve("bundle.info"), "old");
    Files.createDirectories(home.data().resolve("bundle-cache.old-1/cut/off"));
    Files.createDirectories(home.data().resolve("rocksdb"));

    BundleCache.putAside(home);
    assertThat(BundleCache.of(home)).doesNotExist();
    assertThat(BundleCache.aside(home)).hasSize(2);

    BundleCache.deleteAside(home);
    assertThat(home.data()).isDirectoryContaining(path -> path.endsWith("rocksdb"));
    assertThat(BundleCache.aside(home)).isEmpty();
  }

  /** As in a container, where every start that was cut off had the same process id. */
  @Test
  void whatAnotherStartLeftIsNotInTheWay() throws IOException {
    Home home = new Home(root);
    long pid = ProcessHandle.current().pid();
    Files.createDirectories(home.data().resolve("bundle-cache.old-" + pid + "/cut/off"));
    Files.createDirectories(BundleCache.of(home).resolve("bundle1"));
    BundleCache.putAside(home);
    assertThat(BundleCache.of(home)).doesNotExist();
  }

  @Test
  void theFirstStartHasNone() throws IOException {
    Home home = new Home(root);
    Files.createDirectories(home.data());
    BundleCache.putAside(home);
    BundleCache.deleteAside(home);
    assertThat(BundleCache.aside(home)).isEmpty();
  }
}
