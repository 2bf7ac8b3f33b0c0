package org.restante.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTracker;
import org.restante.core.configuration.Defaults;
import org.restante.core.listener.TestKernel;
import org.restante.core.plugin.PluginTable;
import org.restante.core.store.HiddenServices;
import org.restante.core.weaving.PluginWeaver;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.DeploymentState;
import org.restante.protocol.ProtocolPlugin;

/** A deployer on a real framework, its folder and its port. */
abstract class DeployerFixture {
  @TempDir Path home;
  TestKernel kernel;
  Framework framework;
  Path folder;
  JarDeployer deployer;
  int port;

  @BeforeEach
  void start() throws IOException, BundleException {
    kernel = new TestKernel(home, Map.of(), isolation());
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    home.resolve("cache").toString(),
                    Constants.FRAMEWORK_BSNVERSION,
                    Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    "org.restante.protocol,org.restante.protocol.state,org.restante.account,"
                        + "org.restante.core.woven",
                    "felix.log.level",
                    "0",
                    "restante.home",
                    home.toString()));
    framework.start();
    BundleContext context = framework.getBundleContext();
    new Plugins(context, kernel.plugins).open();
    PluginWeaver weaver = new PluginWeaver(kernel.guards, context);
    folder = Files.createDirectories(home.resolve("deploy"));
    port = kernel.listen(Map.of("parkSeconds", 60, "goodbye", "so long"));
    Map<String, Object> config = new HashMap<>(settings());
    config.putAll(Map.of("healthcheckSeconds", 2, "pollSeconds", 1));
    deployer =
        new JarDeployer(
            Defaults.of(DeployConfig.class, config),
            config,
            context,
            kernel.plugins,
            kernel.guards,
            weaver,
            new HiddenServices(kernel.guards, context),
            kernel.meters);
  }

  /** Values of the isolation's configuration. */
  Map<String, ?> isolation() {
    return Map.of();
  }

  @AfterEach
  void stop() throws BundleException, InterruptedException {
    deployer.close();
    framework.stop();
    framework.waitForStop(20_000);
    kernel.close();
  }

  /** What differs from the defaults; here nothing is kept when it is replaced. */
  Map<String, Object> settings() {
    return Map.of("guardSeconds", 0);
  }

  DeployedBundle row(DeploymentState state) {
    return deployer.list().stream()
        .filter(bundle -> bundle.state() == state)
        .findFirst()
        .orElseThrow(() -> new AssertionError(state + " is not in " + deployer.list()));
  }

  double gauge(String meter, String key, String value) {
    Gauge gauge =
        kernel.registry.find("restante." + meter).tags("bundle", EchoJar.NAME, key, value).gauge();
    return gauge == null ? 0 : gauge.value();
  }

  ClassLoader loader() {
    return bundles().getLast().adapt(BundleWiring.class).getClassLoader();
  }

  List<Bundle> bundles() {
    return Arrays.stream(framework.getBundleContext().getBundles())
        .filter(bundle -> EchoJar.NAME.equals(bundle.getSymbolicName()))
        .toList();
  }

  String refusal() {
    return deployer.list().stream()
        .filter(bundle -> bundle.state() == DeploymentState.REFUSED)
        .map(DeployedBundle::detail)
        .reduce("", String::concat);
  }

  static void collected(WeakReference<ClassLoader> loader) {
    eventually(
        () -> {
          System.gc();
          return loader.get() == null;
        });
  }

  static void eventually(BooleanSupplier condition) {
    BlockingQueue<String> never = new LinkedBlockingQueue<>();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("20 seconds").isLessThan(deadline);
      try {
        never.poll(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Binds plugins as Declarative Services does. */
  static final class Plugins extends ServiceTracker<ProtocolPlugin, ProtocolPlugin> {
    private final PluginTable table;

    Plugins(BundleContext context, PluginTable table) {
      super(context, ProtocolPlugin.class, null);
      this.table = table;
    }

    @Override
    public ProtocolPlugin addingService(ServiceReference<ProtocolPlugin> reference) {
      ProtocolPlugin plugin = super.addingService(reference);
      Bundle bundle = reference.getBundle();
      long service = (Long) reference.getProperty(Constants.SERVICE_ID);
      table.add(plugin, bundle.getVersion(), service, bundle.getBundleId());
      return plugin;
    }

    @Override
    public void removedService(ServiceReference<ProtocolPlugin> reference, ProtocolPlugin plugin) {
      table.remove(plugin, Duration.ofSeconds(5));
      super.removedService(reference, plugin);
    }
  }
}
