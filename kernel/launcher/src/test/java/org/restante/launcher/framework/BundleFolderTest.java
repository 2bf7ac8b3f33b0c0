package org.restante.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFolderTest {

  @TempDir private Path bundles;

  @Test
  void foldersWithNumbersAreStartLevels() throws IOException {
    put("05/b.jar");
    put("05/a.jar");
    put("05/notes.txt");
    put("40/c.jar");
    put("docs/d.jar");
    List<BundleFolder> folders = BundleFolder.in(bundles);
    assertThat(folders).extracting(BundleFolder::level).containsExactly(5, 40);
    assertThat(folders.getFirst().jars())
        .extracting(jar -> jar.getFileName().toString())
        .containsExactly("a.jar", "b.jar");
  }

  private void put(String file) throws IOException {
    Path path = bundles.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "");
  }
}
