package org.restante.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.DeploymentState;
import org.restante.mail.MailStore;
import org.restante.protocol.ProtocolPlugin;
import org.restante.testkit.connection.MemoryConnectionBuilder;
import org.restante.testkit.framework.BundleJar;
import org.restante.testkit.framework.FrameworkView;
import org.restante.testkit.transcript.MemoryTarget;
import org.restante.testkit.transcript.SocketTarget;

/** The bundle under test, inside the framework. */
final class TestedProtocol {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final AtomicInteger CALLERS = new AtomicInteger();
  private static final AtomicInteger REVISIONS = new AtomicInteger();

  private final BundleContext context;
  private final FrameworkView server;
  private final Dialect dialect;
  private final BundleJar first;
  private final BundleJar next;

  TestedProtocol(BundleContext context, Dialect dialect) {
    this.context = context;
    this.server = new FrameworkView(context);
    this.dialect = dialect;
    this.first = new BundleJar(server.home().resolve(TckHome.FIRST));
    this.next = new BundleJar(server.home().resolve(TckHome.NEXT));
  }

  Dialect dialect() {
    return dialect;
  }

  FrameworkView server() {
    return server;
  }

  String bundle() {
    return first.symbolicName();
  }

  MeterRegistry registry() {
    return server.service(MeterRegistry.class);
  }

  boolean deployed() {
    return !server.listed(bundle(), DeploymentState.ACTIVE).isEmpty();
  }

  /** Puts the first revision into service, or the other one, under a version that is new. */
  void deploy(boolean other) {
    String version = "100.0." + REVISIONS.incrementAndGet();
    Path jar = server.home().resolve("tck").resolve("revision-" + version + ".jar");
    try {
      server.deployer().deploy((other ? next : first).version(jar, version));
    } catch (DeploymentRefused e) {
      throw new AssertionError("the bundle is refused: " + e.getMessage(), e);
    }
    assertThat(deployed()).as("the bundle serves").isTrue();
  }

  void undeploy() {
    try {
      server.deployer().undeploy(bundle());
    } catch (DeploymentRefused e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** Does something with the plugin's service, which is given back. */
  void onPlugin(Consumer<ProtocolPlugin> use) {
    for (ServiceReference<ProtocolPlugin> reference : plugins()) {
      ProtocolPlugin plugin = context.getService(reference);
      try {
        if (plugin != null && plugin.protocol().equals(dialect.protocol())) {
          use.accept(plugin);
          return;
        }
      } finally {
        context.ungetService(reference);
      }
    }
    throw new AssertionError("no ProtocolPlugin service for " + dialect.protocol());
  }

  /** A client in memory. */
  Caller inMemory(WatchedPlugin plugin, UnaryOperator<MemoryConnectionBuilder> settings) {
    AccountDirectory accounts = server.service(AccountDirectory.class);
    MemoryTarget target =
        new MemoryTarget(server.service(MailStore.class), accounts)
            .listener(
                "tck",
                () -> plugin,
                to -> settings.apply(to.role(dialect.role()).patience(PATIENCE)));
    int number = CALLERS.incrementAndGet();
    return new Caller(dialect, target, user(number), "x" + number);
  }

  /** A client in memory of a connection with nothing special about it. */
  Caller inMemory(WatchedPlugin plugin) {
    return inMemory(plugin, UnaryOperator.identity());
  }

  /** A client on the port. */
  Caller onPort() {
    int number = CALLERS.incrementAndGet();
    String user = user(number);
    Map<String, Integer> ports = Map.of("", server.port("tck"));
    MemoryTarget letters =
        new MemoryTarget(server.service(MailStore.class), server.service(AccountDirectory.class));
    return new Caller(
        dialect,
        new SocketTarget("127.0.0.1", ports, Set.of(), letters::deliver),
        user,
        "x" + number);
  }

  AccountId account(Caller caller) {
    return server.service(AccountDirectory.class).findByLogin(caller.user()).orElseThrow().id();
  }

  private String user(int number) {
    String user = "tck" + number;
    server.account(user);
    return user;
  }

  private List<ServiceReference<ProtocolPlugin>> plugins() {
    try {
      return List.copyOf(context.getServiceReferences(ProtocolPlugin.class, null));
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
