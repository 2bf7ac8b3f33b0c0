package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.DeploymentState;

/** A revision that can't serve changes nothing, and one clear line says why. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RefusedBundleIT {

  @Inject private BundleContext context;

  @Configuration
  public Option[] options() {
    return Provisions.of(
        RefusedBundleIT.class,
        Provisions.setting("org.restante.core.deploy", "healthcheckSeconds", "I\"2\""));
  }

  @Test
  public void missingPackage() throws IOException {
    refused(jars().unresolved(), "org.nowhere [1.0.0,2.0.0)");
  }

  @Test
  public void noService() throws IOException {
    refused(jars().silent(), "registered no ProtocolPlugin service in 2 s");
  }

  @Test
  public void failingHealthCheck() throws IOException {
    refused(jars().unhealthy(), "the moon is in the wrong house");
  }

  @Test
  public void halfAJar() throws IOException {
    Server server = new Server(context);
    try (Client session = greeted(server)) {
      Path half = jars().truncated();
      assertThatThrownBy(() -> server.deployer().deploy(half))
          .isInstanceOf(DeploymentRefused.class)
          .hasMessageContaining("copy it again");
      serves(server, session);
    }
  }

  private void refused(Path jar, String reason) throws IOException {
    Server server = new Server(context);
    try (Client session = greeted(server)) {
      Bundle before = server.bundle(Spoken.IMAP.bundle());
      assertThatThrownBy(() -> server.deployer().deploy(jar))
          .isInstanceOf(DeploymentRefused.class)
          .hasMessageContaining(reason);
      assertThat(server.bundle(Spoken.IMAP.bundle())).isEqualTo(before);
      assertThat(server.listed(Spoken.IMAP.bundle(), DeploymentState.REFUSED))
          .singleElement()
          .extracting(DeployedBundle::detail)
          .asString()
          .contains(reason)
          .doesNotContain("\n");
      serves(server, session);
      Figures.print(
          "refused",
          server.listed(Spoken.IMAP.bundle(), DeploymentState.REFUSED).getFirst().detail());
    }
  }

  private static Client greeted(Server server) {
    Client session = server.connect("imap");
    session.expect("* OK");
    return session;
  }

  private static void serves(Server server, Client session) {
    session.ask("n NOOP", "n OK");
    try (Client another = server.connect("imap")) {
      another.expect("* OK");
    }
  }

  private PluginJar jars() {
    Server server = new Server(context);
    greeted(server).close();
    return new PluginJar(server.jar("imap"), server.home().resolve("jars"));
  }
}
