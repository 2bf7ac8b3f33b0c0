package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.DeploymentState;
import org.restante.testkit.framework.Loaders;

/** Plugins by the deployer's service: out and in, upgraded under sessions. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DeployerIT {

  private static final int CALLERS = 4;

  @Inject private BundleContext context;

  @Configuration
  public Option[] options() {
    return Provisions.of(DeployerIT.class);
  }

  @Test
  public void eachPluginGoesAndComes() throws DeploymentRefused, IOException {
    Server server = new Server(context);
    for (Spoken spoken : List.of(Spoken.IMAP, Spoken.POP3, Spoken.SMTP)) {
      Path kept = kept(server, spoken);
      try (Client session = server.connect(spoken.listener())) {
        session.expect(spoken.greeting());
        server.deployer().undeploy(spoken.bundle());
        session.expect(spoken.goodbye());
        session.expectEnd();
      }
      assertThat(server.deployer().list())
          .noneMatch(bundle -> bundle.name().equals(spoken.bundle()));
      try (Client waiting = server.connect(spoken.listener())) {
        waiting.expectSilence();
        DeployedBundle deployed = server.deployer().deploy(kept);
        assertThat(deployed.state()).isEqualTo(DeploymentState.ACTIVE);
        waiting.expect(spoken.greeting());
      }
    }
  }

  /** The session waits in IDLE while its code is replaced, hears of a letter, and goes on. */
  @Test
  public void anIdleSessionSurvivesAnUpgrade() throws DeploymentRefused, IOException {
    Server server = new Server(context);
    server.account("idler");
    PluginJar jars = new PluginJar(kept(server, Spoken.IMAP), folder(server));
    try (Client client = server.imap("idler")) {
      client.say("i IDLE").expect("+ ");
      Loaders loaders = new Loaders();
      loaders.watch(server.bundle(Spoken.IMAP.bundle()), "before the upgrade");
      long begin = System.nanoTime();
      DeployedBundle deployed = server.deployer().deploy(jars.version("1.0.1"));
      Figures.print("upgrade under an idle session, ms", Figures.millisSince(begin));
      assertThat(deployed.version()).isEqualTo("1.0.1");
      assertThat(server.bundle(Spoken.IMAP.bundle()).getVersion()).isEqualTo(new Version("1.0.1"));
      assertThat(server.listed(Spoken.IMAP.bundle(), DeploymentState.ACTIVE))
          .singleElement()
          .matches(bundle -> bundle.sessions() == 1);
      server.deliver("idler", "while you were moved");
      client.until("* 1 EXISTS");
      client.ask("DONE", "i OK");
      client.ask("f FETCH 1 (FLAGS)", "f OK");
      assertThat(loaders.left()).isEmpty();
    }
  }

  /** Callers keep calling while the plugin is replaced again and again: nobody is turned away. */
  @Test
  public void nobodyIsRefusedDuringUpgrades() throws Exception {
    Server server = new Server(context);
    PluginJar jars = new PluginJar(kept(server, Spoken.IMAP), folder(server));
    AtomicBoolean done = new AtomicBoolean();
    List<Future<Integer>> callers = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      for (int i = 0; i < CALLERS; i++) {
        callers.add(threads.submit(calling(server, done)));
      }
      for (int round = 0; round < 5; round++) {
        server.deployer().deploy(jars.version("2.0." + round));
      }
      done.set(true);
      Figures.print("connections served during 5 upgrades", sum(callers));
      Figures.print("connections refused during 5 upgrades", 0);
    } finally {
      done.set(true);
      threads.shutdown();
    }
  }

  private static Callable<Integer> calling(Server server, AtomicBoolean done) {
    return () -> {
      int served = 0;
      while (!done.get()) {
        try (Client client = server.connect("imap")) {
          client.expect("* OK");
          client.ask("n NOOP", "n OK");
          client.ask("x LOGOUT", "x OK");
          served++;
        }
      }
      return served;
    };
  }

  private static int sum(List<Future<Integer>> callers)
      throws InterruptedException, ExecutionException {
    int sum = 0;
    for (Future<Integer> caller : callers) {
      sum += caller.get();
    }
    return sum;
  }

  private static Path folder(Server server) {
    return server.home().resolve("jars");
  }

  /** A copy of a plugin's jar outside of the deploy folder. */
  private static Path kept(Server server, Spoken spoken) throws IOException {
    Path jar = server.jar(spoken.protocol());
    Files.createDirectories(folder(server));
    Path kept = folder(server).resolve(jar.getFileName());
    return Files.exists(kept) ? kept : Files.copy(jar, kept);
  }
}
