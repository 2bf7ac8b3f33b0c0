package org.restante.core.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.restante.core.listener.TestKernel;

/** A kernel with the echo plugin, for one test. */
abstract class PluginTableFixture {
  static final Duration LONG = Duration.ofSeconds(20);
  static final Consumer<HandoverProgress> QUIETLY = progress -> {};

  @TempDir Path home;
  TestKernel kernel;

  @BeforeEach
  void start() throws IOException {
    kernel = new TestKernel(home);
  }

  @AfterEach
  void stop() {
    kernel.close();
  }

  int listen(int parkSeconds) {
    return kernel.listen(
        Map.of("parkSeconds", parkSeconds, "refusal", "not now", "goodbye", "so long"));
  }

  double handover(String result) {
    return kernel.counted("sessions.handover", "result", result);
  }
}
