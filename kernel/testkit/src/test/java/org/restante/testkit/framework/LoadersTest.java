package org.restante.testkit.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the suites conclude from is right: held loaders are found, others are not. */
final class LoadersTest {

  @Test
  void theHeldOneIsLeft(@TempDir Path folder) {
    Loaders loaders = new Loaders(Duration.ofSeconds(2));
    ClassLoader held = new URLClassLoader(new URL[0]);
    loaders.watch(held, "held");
    loaders.watch(new URLClassLoader(new URL[0]), "free");
    assertThat(loaders.left()).containsExactly("held");
    assertThat(Loaders.dump(folder.resolve("left.hprof"))).contains("left.hprof");
    assertThat(folder.resolve("left.hprof")).isNotEmptyFile();
    Reference.reachabilityFence(held);
  }

  @Test
  void allOthersAreGone() {
    Loaders loaders = new Loaders();
    loaders.watch(new URLClassLoader(new URL[0]), "free");
    assertThat(loaders.left()).isEmpty();
    assertThat(loaders.watched()).isEqualTo(1);
  }
}
