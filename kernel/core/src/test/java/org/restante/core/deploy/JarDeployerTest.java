package org.restante.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.restante.core.listener.LineClient;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentRefused;

/** The deployer on a real framework and real sockets, with bundles made on the fly. */
@Timeout(120)
final class JarDeployerTest extends DeployerFixture {
  @Test
  void servesReplacesAndRemovesWhatIsInTheFolder() throws IOException {
    try (LineClient client = new LineClient(port)) { // parked until the jar is there
      Path jar = EchoJar.write(folder.resolve("echo.jar"), "1.0.0", Map.of());
      assertThat(client.hear()).isEqualTo("hello from 1.0.0");
      WeakReference<ClassLoader> first = new WeakReference<>(loader());

      EchoJar.write(jar, "2.0.0", Map.of());
      eventually(() -> client.ask("COUNT").startsWith("2.0.0 "));
      eventually(() -> bundles().size() == 1);
      collected(first);

      Files.delete(jar);
      assertThat(client.hear()).isEqualTo("farewell BUNDLE_STOP");
      eventually(() -> bundles().isEmpty());
    }
    try (LineClient parked = new LineClient(port)) {
      EchoJar.write(folder.resolve("echo.jar"), "1.0.0", Map.of());
      assertThat(parked.hear()).isEqualTo("hello from 1.0.0");
    }
  }

  @Test
  void keepsWhatServesWhenTheNextOneCantServe() throws IOException {
    Path jar = EchoJar.write(folder.resolve("echo.jar"), "1.0.0", Map.of());
    try (LineClient client = new LineClient(port)) {
      assertThat(client.hear()).isEqualTo("hello from 1.0.0");
      EchoJar.write(jar, "2.0.0", Map.of("Echo-Mood", "ill"));
      eventually(() -> refusal().contains("not well"));
      EchoJar.write(jar, "3.0.0", Map.of("Echo-Mood", "failing"));
      eventually(() -> refusal().contains("in a bad mood"));
      EchoJar.write(jar, "4.0.0", Map.of("Import-Package", "no.such;version=\"[3,4)\""));
      eventually(() -> refusal().contains("imports what nobody exports here: no.such"));
      EchoJar.write(jar, "5.0.0", Map.of("Echo-Mood", "idle"));
      eventually(() -> refusal().contains("registered no ProtocolPlugin service in 2 s"));
      Files.writeString(jar, "no jar at all");
      eventually(() -> refusal().contains("not a readable jar"));
      assertThat(client.ask("COUNT")).isEqualTo("1.0.0 1");
      assertThat(bundles()).hasSize(1);
    }
  }

  @Test
  void takesOtherContentWithTheSameVersion() throws IOException {
    Path jar = EchoJar.write(folder.resolve("echo.jar"), "1.0.0", Map.of());
    try (LineClient client = new LineClient(port)) {
      client.hear();
      long first = bundles().getFirst().getBundleId();
      EchoJar.write(jar, "1.0.0", Map.of("Bundle-Name", "another build"));
      eventually(() -> bundles().size() == 1 && bundles().getFirst().getBundleId() != first);
      assertThat(client.ask("COUNT")).isEqualTo("1.0.0 1");
    }
  }

  @Test
  void deploysAndUndeploysOnDemand() throws Exception {
    Path one = EchoJar.write(home.resolve("one.jar"), "1.0.0", Map.of());
    Path two = EchoJar.write(home.resolve("two.jar"), "2.0.0", Map.of());
    Path ill = EchoJar.write(home.resolve("ill.jar"), "3.0.0", Map.of("Echo-Mood", "ill"));
    List<String> steps = new ArrayList<>();
    deployer.deploy(one);
    try (LineClient client = new LineClient(port)) {
      client.hear();
      DeployedBundle served = deployer.deploy(two, progress -> steps.add(progress.step()));
      assertThat(served.version()).isEqualTo("2.0.0");
      assertThat(served.sessions()).isEqualTo(1);
      assertThat(steps).contains("moving sessions from 1.0.0").endsWith("serves");
      assertThatThrownBy(() -> deployer.deploy(ill))
          .isInstanceOf(DeploymentRefused.class)
          .hasMessageContaining("not well");
      assertThat(client.ask("COUNT")).isEqualTo("2.0.0 1");
      deployer.undeploy(EchoJar.NAME);
      assertThat(client.hear()).isEqualTo("farewell BUNDLE_STOP");
    }
    assertThat(bundles()).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void leavesNoClassBehindAfterManyRounds() throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    try (LineClient client = new LineClient(port)) {
      for (int round = 1; round <= 10; round++) {
        deployer.deploy(EchoJar.write(home.resolve("echo.jar"), round + ".0.0", Map.of()));
        loaders.add(new WeakReference<>(loader()));
        if (round == 1) {
          client.hear();
        }
        client.say("TIMER 60000").say("SILENCE 60000");
        assertThat(client.ask("COUNT")).startsWith(round + ".0.0 ");
        assertThat(client.ask("FOO")).isEqualTo("what?");
      }
      deployer.undeploy(EchoJar.NAME);
    }
    for (WeakReference<ClassLoader> loader : loaders) {
      collected(loader);
    }
  }

  @Test
  void looksABundleOverBeforeItIsInstalled() throws Exception {
    Path hostile = EchoJar.hostile(home.resolve("echo.jar"), "1.0.0");
    assertThatThrownBy(() -> deployer.deploy(hostile))
        .isInstanceOf(DeploymentRefused.class)
        .hasMessageContaining("EchoMischief.act uses java.lang.Thread")
        .hasMessageContaining("executors and loops are the kernel's");
    assertThat(bundles()).isEmpty();
  }

  @Test
  void showsBundlesByVersionAndState() throws Exception {
    BundleGauges gauges = new BundleGauges(framework.getBundleContext(), kernel.meters);
    deployer.deploy(EchoJar.write(home.resolve("echo.jar"), "1.0.0", Map.of()));
    eventually(() -> gauge("bundle.info", "version", "1.0.0") == 1);
    eventually(() -> gauge("bundle.state", "state", "active") == 1);
    gauges.close();
    assertThat(kernel.registry.find("restante.bundle.info").gauges()).isEmpty();
    assertThat(kernel.registry.get("restante.bundle.update").tag("result", "ok").timer().count())
        .isEqualTo(1);
  }
}
