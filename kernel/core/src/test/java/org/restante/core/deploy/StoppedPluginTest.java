package org.restante.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.core.listener.LineClient;
import org.restante.deploy.DeploymentRefused;

/** A plugin that does what no plugin may is stopped, goes, and leaves nothing behind. */
@Timeout(120)
final class StoppedPluginTest extends DeployerFixture {

  @Override
  Map<String, ?> isolation() {
    return Map.of("scan", false, "busySeconds", 1, "arrayOctets", 64L << 20, "overruns", 1);
  }

  @ParameterizedTest
  @CsvSource({
    "SPIN, a call ran for 1 s without waiting for client or store",
    "SLEEP, a call ran for 1 s without waiting for client or store",
    "HOARD, 1 calls went over the budget of memory",
    "THREAD, it starts threads of its own",
    "SNEAK, it runs threads of its own (hidden)",
  })
  void itGoesWithAGoodbyeAndTheCause(String command, String cause) throws Exception {
    EchoJar.hostile(folder.resolve("echo.jar"), "1.0.0");
    WeakReference<ClassLoader> loader;
    try (LineClient victim = new LineClient(port);
        LineClient client = new LineClient(port)) {
      assertThat(victim.hear()).isEqualTo("hello from 1.0.0");
      assertThat(client.hear()).isEqualTo("hello from 1.0.0");
      loader = new WeakReference<>(loader());
      client.say(command);
      assertThat(victim.hear()).isEqualTo("so long");
      eventually(() -> refusal().contains(cause));
      eventually(() -> bundles().isEmpty());
    }
    collected(loader);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().matches("open|hidden"));
    assertThat(refusal()).doesNotContain("\n");
  }

  @Test
  void itComesBackWhenItIsDeployedAgain() throws Exception {
    try (LineClient client = new LineClient(port)) {
      EchoJar.hostile(folder.resolve("echo.jar"), "1.0.0");
      client.hear();
      client.say("THREAD");
      eventually(() -> bundles().isEmpty());
    }
    try (LineClient waiting = new LineClient(port)) {
      deployer.deploy(EchoJar.write(home.resolve("echo.jar"), "1.0.1", Map.of()));
      assertThat(waiting.hear()).isEqualTo("hello from 1.0.1");
    }
  }

  @Test
  void everybodyCouldPutJarsIntoTheFolder() throws Exception {
    java.nio.file.Files.setPosixFilePermissions(
        folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(
            () -> deployer.deploy(EchoJar.write(home.resolve("e.jar"), "1.0.0", Map.of())))
        .isInstanceOf(DeploymentRefused.class)
        .hasMessageContaining("everybody can write");
  }
}
