package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.restante.deploy.DeploymentRefused;
import org.restante.testkit.framework.Loaders;

/** A bundle that is removed leaves nothing behind: its class loader is collected. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ClassLoadersIT {

  @Inject private BundleContext context;

  @Configuration
  public Option[] options() {
    return Provisions.of(ClassLoadersIT.class);
  }

  @Test
  public void imapIsCollected() throws DeploymentRefused, IOException {
    collected(Spoken.IMAP);
  }

  @Test
  public void pop3IsCollected() throws DeploymentRefused, IOException {
    collected(Spoken.POP3);
  }

  @Test
  public void smtpIsCollected() throws DeploymentRefused, IOException {
    collected(Spoken.SMTP);
  }

  /** Out and in with work before each: a letter, a login, a mailbox. */
  private void collected(Spoken spoken) throws DeploymentRefused, IOException {
    Server server = new Server(context);
    String user = "user-" + spoken.protocol();
    server.account(user);
    server.deliver(user, "the first");
    Path jar = server.jar(spoken.protocol());
    Path kept = Files.copy(jar, server.home().resolve(jar.getFileName()));
    Loaders loaders = new Loaders();
    for (int round = 0; round < Figures.rounds(); round++) {
      try (Client session = work(server, spoken, user)) {
        loaders.watch(server.bundle(spoken.bundle()), "round " + round);
        server.deployer().undeploy(spoken.bundle());
        session.until(spoken.goodbye());
      }
      server.deployer().deploy(kept);
    }
    List<String> left = loaders.left();
    Figures.print(
        "class loaders of " + loaders.watched() + " removed " + spoken.protocol() + " left",
        left.size());
    assertThat(left).as(() -> Loaders.dump(server.home().resolve("left.hprof"))).isEmpty();
  }

  private static Client work(Server server, Spoken spoken, String user) {
    return switch (spoken.protocol()) {
      case "imap" -> idle(server, user);
      case "pop3" -> maildrop(server, user);
      case "smtp" -> envelope(server, user);
      default -> throw new IllegalArgumentException(spoken.protocol());
    };
  }

  private static Client idle(Server server, String user) {
    Client client = server.imap(user);
    client.ask("f FETCH 1:* (ENVELOPE BODYSTRUCTURE BODY.PEEK[])", "f OK");
    client.ask("s STORE 1 FLAGS (\\Seen)", "s OK");
    client.say("i IDLE").until("+ ");
    return client;
  }

  private static Client maildrop(Server server, String user) {
    Client client = server.connect("pop3");
    client.expect("+OK");
    client.ask("USER " + user, "+OK");
    client.ask("PASS " + Server.PASSWORD, "+OK");
    client.ask("RETR 1", ".");
    return client;
  }

  private static Client envelope(Server server, String user) {
    server.deliver(user, "another");
    Client client = server.connect("smtp");
    client.expect("220");
    client.ask("EHLO test", "250 ");
    client.ask("MAIL FROM:<>", "250");
    client.ask("RCPT TO:<" + user + "@localhost>", "250");
    return client;
  }
}
