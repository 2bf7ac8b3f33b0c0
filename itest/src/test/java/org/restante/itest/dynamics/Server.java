package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTracker;
import org.restante.account.AccountDirectory;
import org.restante.account.Authenticator;
import org.restante.account.QuotaLimits;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentState;

/** The server under test, seen from inside its framework. */
final class Server {

  static final String PASSWORD = "pass";
  private static final long PATIENCE = 30_000;

  private final BundleContext context;

  Server(BundleContext context) {
    this.context = context;
  }

  /** The port of a listener, as soon as it is bound. */
  int port(String listener) {
    ServiceReference<?> bound = await("(restante.listener.name=" + listener + ")");
    return (Integer) bound.getProperty("restante.listener.port");
  }

  Client connect(String listener) {
    return Client.connect(port(listener));
  }

  /** An IMAP session of an account with its INBOX selected. */
  Client imap(String user) {
    Client client = connect("imap");
    client.expect("* OK");
    client.ask("a1 LOGIN " + user + " " + PASSWORD, "a1 OK");
    client.ask("a2 SELECT INBOX", "a2 OK");
    return client;
  }

  /** An account without limits, made where it is missing. */
  void account(String user) {
    AccountDirectory accounts = service(AccountDirectory.class);
    if (accounts.findByLogin(user).isEmpty()) {
      accounts.create(user, service(Authenticator.class).hash(PASSWORD), QuotaLimits.NONE);
    }
  }

  /** Hands a letter in over LMTP; returns when the server has said that it is kept. */
  void deliver(String user, String subject) {
    try (Client client = connect("lmtp")) {
      client.expect("220");
      client.ask("LHLO test", "250 ");
      deliver(client, user, subject);
    }
  }

  /** The same in a session that goes on. */
  static void deliver(Client lmtp, String user, String subject) {
    lmtp.ask("MAIL FROM:<>", "250");
    lmtp.ask("RCPT TO:<" + user + "@localhost>", "250");
    lmtp.ask("DATA", "354");
    lmtp.say("Subject: " + subject, "", "Hello", ".").expect("250");
  }

  Deployer deployer() {
    return service(Deployer.class);
  }

  /** The entries of a bundle in the deployer's list that are in this state. */
  List<DeployedBundle> listed(String name, DeploymentState state) {
    return deployer().list().stream()
        .filter(bundle -> bundle.name().equals(name) && bundle.state() == state)
        .toList();
  }

  /** The jar of a protocol in the deploy folder. */
  Path jar(String protocol) {
    try (Stream<Path> files = Files.list(home().resolve("deploy"))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches(".*-" + protocol + "-.*jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no jar of " + protocol));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path home() {
    return Path.of(context.getProperty("restante.home"));
  }

  /** The one bundle of this name. */
  Bundle bundle(String name) {
    List<Bundle> found =
        Arrays.stream(context.getBundles())
            .filter(bundle -> name.equals(bundle.getSymbolicName()))
            .toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  static ClassLoader loader(Bundle bundle) {
    return bundle.adapt(BundleWiring.class).getClassLoader();
  }

  <T> T service(Class<T> type) {
    return type.cast(context.getService(await("(objectClass=" + type.getName() + ")")));
  }

  /** The best service that a filter finds, as soon as there is one. */
  ServiceReference<?> await(String filter) {
    try {
      ServiceTracker<Object, Object> tracker =
          new ServiceTracker<>(context, FrameworkUtil.createFilter(filter), null);
      tracker.open(true);
      try {
        assertThat(tracker.waitForService(PATIENCE)).as("service %s", filter).isNotNull();
        return tracker.getServiceReference();
      } finally {
        tracker.close();
      }
    } catch (InvalidSyntaxException | InterruptedException e) {
      throw new IllegalStateException(filter, e);
    }
  }
}
