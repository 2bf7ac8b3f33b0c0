package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.DeploymentState;
import org.restante.deploy.Network;
import org.restante.deploy.Rollout;

/** A revision for some first, promoted or taken back: by command, or by the guard. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RolloutIT {

  private static final String IMAP = Spoken.IMAP.bundle();
  private static final int ATTEMPTS = 500;

  @Inject private BundleContext context;

  private Server server;
  private PluginJar jars;
  private Path original;
  private String before;

  @Configuration
  public Option[] options() {
    return Provisions.of(
        RolloutIT.class,
        Provisions.setting("org.restante.core.deploy", "guardSeconds", "I\"600\""));
  }

  @Before
  public void keepTheJar() throws IOException {
    server = new Server(context);
    server.account("first");
    server.account("other");
    Path folder = Files.createDirectories(server.home().resolve("jars"));
    original = folder.resolve("original.jar");
    if (Files.notExists(original)) {
      Files.copy(server.jar("imap"), original);
    }
    jars = new PluginJar(original, folder);
    server.connect("imap").close();
    before = server.bundle(IMAP).getVersion().toString();
  }

  /** What a test leaves on standby goes, and the next one begins with the same jar. */
  @After
  public void settle() throws DeploymentRefused {
    if (!server.listed(IMAP, DeploymentState.STANDBY).isEmpty()) {
      server.deployer().rollback(IMAP, progress -> {});
    }
    assertThat(server.bundle(IMAP).getVersion()).hasToString(before);
  }

  @Test
  public void aNamedAccountGoesFirst() throws DeploymentRefused {
    try (Client first = server.imap("first");
        Client other = server.imap("other")) {
      other.say("i IDLE").expect("+ ");
      DeployedBundle canary = canary(new Rollout.Canary(0, Set.of(id("first")), List.of()), "3.0");
      assertThat(canary.state()).isEqualTo(DeploymentState.CANARY);
      until(() -> one(DeploymentState.CANARY).sessions() == 1, first);
      until(() -> one(DeploymentState.ACTIVE).sessions() == 1, first); // others have to go first
      try (Client device = server.imap("first")) {
        until(() -> one(DeploymentState.CANARY).sessions() == 2, device);
      }
      DeployedBundle promoted = server.deployer().promote(IMAP, progress -> {});
      assertThat(promoted.version()).isEqualTo("3.0.0");
      assertThat(one(DeploymentState.STANDBY).version()).isEqualTo(before);
      server.deliver("other", "after the promotion");
      other.until("* 1 EXISTS");
      other.ask("DONE", "i OK");
    }
  }

  @Test
  public void aNetworkGoesFirstAndComesBack() throws DeploymentRefused {
    canary(new Rollout.Canary(0, Set.of(), List.of(Network.parse("127.0.0.0/8"))), "3.1");
    try (Client client = server.imap("first")) {
      assertThat(one(DeploymentState.CANARY).sessions()).isEqualTo(1);
      server.deployer().rollback(IMAP, progress -> {});
      until(() -> one(DeploymentState.ACTIVE).sessions() == 1, client);
      client.ask("f UID FETCH 1:* (FLAGS)", "f OK");
    }
    assertThat(one(DeploymentState.REFUSED).version()).isEqualTo("3.1.0");
  }

  @Test
  public void anUpgradeIsTakenBackUnderIdle() throws DeploymentRefused {
    server.account("idler");
    try (Client client = server.imap("idler")) {
      client.say("i IDLE").expect("+ ");
      server.deployer().deploy(jars.version("3.2.0"));
      assertThat(one(DeploymentState.ACTIVE).version()).isEqualTo("3.2.0");
      DeployedBundle back = server.deployer().rollback(IMAP, progress -> {});
      assertThat(back.version()).isEqualTo(before);
      assertThat(back.sessions()).isEqualTo(1);
      server.deliver("idler", "after the way back");
      client.until("* 1 EXISTS");
      client.ask("DONE", "i OK");
    }
    assertThat(server.jar("imap")).hasSameBinaryContentAs(original);
  }

  @Test
  public void theGuardTakesABadRevisionBack() throws DeploymentRefused {
    server.deployer().deploy(jars.faulty("3.3.0"));
    for (int i = 0; i < ATTEMPTS && isFaulty(); i++) {
      try (Client client = server.connect("imap")) {
        client.say("n NOOP", "x LOGOUT");
        String line = client.line();
        while (!line.equals("(closed)")) {
          line = client.line();
        }
      }
    }
    String reason = one(DeploymentState.REFUSED).detail();
    assertThat(reason).contains("failed by its own fault").contains("deploy the new build");
    Figures.print("the guard's reason", reason);
    try (Client client = server.imap("first")) {
      client.ask("n NOOP", "n OK");
    }
  }

  private DeployedBundle canary(Rollout.Canary audience, String version) throws DeploymentRefused {
    return server.deployer().deploy(jars.version(version + ".0"), audience, progress -> {});
  }

  private boolean isFaulty() {
    return server.listed(IMAP, DeploymentState.REFUSED).stream()
        .noneMatch(bundle -> bundle.version().equals("3.3.0"));
  }

  private DeployedBundle one(DeploymentState state) {
    List<DeployedBundle> rows = server.listed(IMAP, state);
    assertThat(rows).as("%s in %s", state, server.deployer().list()).hasSize(1);
    return rows.get(0);
  }

  private AccountId id(String user) {
    return server.service(AccountDirectory.class).findByLogin(user).orElseThrow().id();
  }

  /** A session moves after a command at the latest: asks until it has. */
  private static void until(java.util.function.BooleanSupplier holds, Client client) {
    for (int i = 0; i < ATTEMPTS && !holds.getAsBoolean(); i++) {
      client.ask("u" + i + " NOOP", "u" + i + " OK");
    }
    assertThat(holds.getAsBoolean()).isTrue();
  }
}
