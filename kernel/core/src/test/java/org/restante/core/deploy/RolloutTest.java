package org.restante.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.restante.account.AccountId;
import org.restante.core.listener.LineClient;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.DeploymentState;
import org.restante.deploy.Network;
import org.restante.deploy.Rollout;

/** Standby, canary, promotion, and going back: asked for, or by the guard. */
@Timeout(120)
final class RolloutTest extends DeployerFixture {
  private static final Rollout.Canary HALF = new Rollout.Canary(0.5, Set.of(), List.of());

  private Path one;
  private Path two;

  @Override
  Map<String, Object> settings() {
    return Map.of("guardSeconds", 600, "guardCommands", 10);
  }

  @BeforeEach
  void serveOne() throws Exception {
    one = EchoJar.write(home.resolve("one.jar"), "1.0.0", Map.of());
    two = EchoJar.write(home.resolve("two.jar"), "2.0.0", Map.of());
    deployer.deploy(one);
  }

  @Test
  void goesBackToTheStandby() throws Exception {
    try (LineClient client = new LineClient(port)) {
      client.hear();
      deployer.deploy(two);
      assertThat(client.ask("COUNT")).isEqualTo("2.0.0 1");
      assertThat(row(DeploymentState.STANDBY).version()).isEqualTo("1.0.0");
      assertThat(row(DeploymentState.STANDBY).sessions()).isZero();
      WeakReference<ClassLoader> second = new WeakReference<>(loader());

      DeployedBundle back = deployer.rollback(EchoJar.NAME, progress -> {});
      assertThat(back.version()).isEqualTo("1.0.0");
      assertThat(client.ask("COUNT")).isEqualTo("1.0.0 2");
      assertThat(row(DeploymentState.REFUSED).detail()).contains("by command");
      assertThat(bundles()).hasSize(1);
      collected(second);
    }
    assertThat(files()).containsExactly("one.jar", "one.jar.refused");
    assertThat(Files.readAllBytes(folder.resolve("one.jar"))).isEqualTo(Files.readAllBytes(one));
    assertThat(kernel.counted("bundle.rollbacks")).isEqualTo(1);
  }

  @Test
  void acceptsForGoodWhenItIsToldTo() throws Exception {
    deployer.deploy(two);
    assertThat(bundles()).hasSize(2);
    assertThat(deployer.promote(EchoJar.NAME, progress -> {}).version()).isEqualTo("2.0.0");
    assertThat(bundles()).hasSize(1);
    assertThatThrownBy(() -> deployer.rollback(EchoJar.NAME, progress -> {}))
        .isInstanceOf(DeploymentRefused.class)
        .hasMessageContaining("neither a canary nor a revision on standby");
    assertThatThrownBy(() -> deployer.promote(EchoJar.NAME, progress -> {}))
        .isInstanceOf(DeploymentRefused.class)
        .hasMessageContaining("nothing to promote");
  }

  @Test
  void makesRoomForTheNextOne() throws Exception {
    deployer.deploy(two);
    deployer.deploy(EchoJar.write(home.resolve("three.jar"), "3.0.0", Map.of()));
    assertThat(row(DeploymentState.STANDBY).version()).isEqualTo("2.0.0");
    assertThat(bundles()).hasSize(2);
    deployer.undeploy(EchoJar.NAME);
    assertThat(bundles()).isEmpty();
  }

  @Test
  void putsTheStandbyBackWhenItsJarIs() throws Exception {
    try (LineClient client = new LineClient(port)) {
      client.hear();
      EchoJar.write(folder.resolve("one.jar"), "2.0.0", Map.of("Bundle-Name", "by the folder"));
      eventually(() -> client.ask("COUNT").startsWith("2.0.0 "));
      eventually(() -> shows(DeploymentState.STANDBY));
      Files.copy(one, folder.resolve(".draft"));
      Files.move(
          folder.resolve(".draft"), folder.resolve("one.jar"), StandardCopyOption.ATOMIC_MOVE);
      eventually(() -> client.ask("COUNT").startsWith("1.0.0 "));
      eventually(() -> bundles().size() == 1);
    }
    assertThat(files()).containsExactly("one.jar");
  }

  @Test
  void rollsBackByItselfWhenCommandsFail() throws Exception {
    try (LineClient client = new LineClient(port)) {
      client.hear();
      for (int i = 0; i < 20; i++) {
        client.ask("COUNT");
      }
      deployer.deploy(two);
      for (int i = 0; i < 20; i++) {
        assertThat(client.ask("FAULT")).isEqualTo("our fault");
      }
      eventually(() -> row(DeploymentState.ACTIVE).version().equals("1.0.0"));
      eventually(() -> shows(DeploymentState.REFUSED));
      assertThat(bundles()).hasSize(1);
      assertThat(client.ask("COUNT")).startsWith("1.0.0 ");
      assertThat(row(DeploymentState.REFUSED).detail())
          .contains("failed by its own fault")
          .contains("past the guard")
          .contains("deploy the new build")
          .doesNotContain("\n");
    }
    assertThat(kernel.counted("bundle.rollbacks")).isEqualTo(1);
    // The folder does not bring it again.
    Files.copy(two, folder.resolve("two.jar"));
    eventually(() -> !shows(DeploymentState.STARTING));
    assertThat(row(DeploymentState.ACTIVE).version()).isEqualTo("1.0.0");
  }

  @Test
  void servesTheCanarysShareWithTheNewOne() throws Exception {
    try (LineClient inside = entered(member(true));
        LineClient outside = entered(member(false))) {
      DeployedBundle canary = deployer.deploy(two, HALF, progress -> {});
      assertThat(canary.state()).isEqualTo(DeploymentState.CANARY);
      assertThat(canary.share()).isEqualTo(0.5);
      assertThat(canary.detail()).isEqualTo("serves 50 % of the accounts");
      eventually(() -> inside.ask("COUNT").startsWith("2.0.0 "));
      assertThat(outside.ask("COUNT")).startsWith("1.0.0 ");
      try (LineClient device = new LineClient(port)) {
        assertThat(device.hear()).isEqualTo("hello from 1.0.0");
        assertThat(device.ask("ENTER " + member(true))).isEqualTo("entered");
        eventually(() -> device.ask("COUNT").startsWith("2.0.0 "));
      }
      assertThat(files()).containsExactly("one.jar");
      assertThat(Files.readAllBytes(folder.resolve("one.jar"))).isEqualTo(Files.readAllBytes(one));

      deployer.promote(EchoJar.NAME, progress -> {});
      assertThat(outside.ask("COUNT")).startsWith("2.0.0 ");
      assertThat(row(DeploymentState.STANDBY).version()).isEqualTo("1.0.0");
      assertThat(Files.readAllBytes(folder.resolve("one.jar"))).isEqualTo(Files.readAllBytes(two));
    }
  }

  @Test
  void servesNetworksFromTheFirstWord() throws Exception {
    deployer.deploy(
        two,
        new Rollout.Canary(0, Set.of(), List.of(Network.parse("127.0.0.0/8"))),
        progress -> {});
    try (LineClient client = new LineClient(port)) {
      assertThat(client.hear()).isEqualTo("hello from 2.0.0");
      assertThat(client.ask("ENTER 1")).isEqualTo("entered");
      assertThat(client.ask("COUNT")).startsWith("2.0.0 ");
      deployer.rollback(EchoJar.NAME, progress -> {});
      assertThat(client.ask("COUNT")).startsWith("1.0.0 ");
    }
    try (LineClient client = new LineClient(port)) {
      assertThat(client.hear()).isEqualTo("hello from 1.0.0");
    }
    assertThat(bundles()).hasSize(1);
    assertThat(files()).containsExactly("one.jar");
  }

  @Test
  void rollsACanaryBackByItself() throws Exception {
    try (LineClient inside = entered(member(true))) {
      deployer.deploy(two, HALF, progress -> {});
      eventually(() -> inside.ask("COUNT").startsWith("2.0.0 "));
      for (int i = 0; i < 10; i++) {
        inside.ask("FAULT");
      }
      eventually(() -> shows(DeploymentState.REFUSED));
      assertThat(inside.ask("COUNT")).startsWith("1.0.0 ");
      assertThat(bundles()).hasSize(1);
      assertThat(row(DeploymentState.REFUSED).version()).isEqualTo("2.0.0");
      assertThat(row(DeploymentState.ACTIVE).share()).isEqualTo(1);
    }
  }

  @Test
  void refusesACanaryOfNothing() throws Exception {
    deployer.undeploy(EchoJar.NAME);
    assertThatThrownBy(() -> deployer.deploy(two, HALF, progress -> {}))
        .isInstanceOf(DeploymentRefused.class)
        .hasMessageContaining("deploy it for everyone");
  }

  @Test
  void refusesACanaryThatNoSessionCanMoveTo() throws Exception {
    Path other = EchoJar.write(home.resolve("other.jar"), "2.0.0", Map.of("Echo-States", "2"));
    try (LineClient client = entered(member(true))) {
      assertThatThrownBy(() -> deployer.deploy(other, HALF, progress -> {}))
          .isInstanceOf(DeploymentRefused.class)
          .hasMessageContaining("reads no version of a session's state that 1.0.0 writes")
          .hasMessageContaining("go by a revision that has both");
      assertThat(client.ask("COUNT")).startsWith("1.0.0 ");
      assertThat(bundles()).hasSize(1);
    }
  }

  private boolean shows(DeploymentState state) {
    return deployer.list().stream().anyMatch(row -> row.state() == state);
  }

  private LineClient entered(long account) {
    LineClient client = new LineClient(port);
    client.hear();
    assertThat(client.ask("ENTER " + account)).isEqualTo("entered");
    return client;
  }

  private static long member(boolean inside) {
    return LongStream.range(1, 100)
        .filter(id -> HALF.includes(new AccountId(id)) == inside)
        .findFirst()
        .orElseThrow();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
