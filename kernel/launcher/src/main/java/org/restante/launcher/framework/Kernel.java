package org.restante.launcher.framework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.restante.launcher.home.Distribution;
import org.restante.launcher.home.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The framework with the distribution's bundles in it. */
public final class Kernel {

  private static final int TOP_LEVEL = 100;

  private final Framework framework;
  private final Home home;
  private final EarlyPorts ports;
  private final List<Bundle> bundles = new ArrayList<>();

  private Kernel(Framework framework, Home home, EarlyPorts ports) {
    this.framework = framework;
    this.home = home;
    this.ports = ports;
  }

  /** Installs everything; nothing of it runs yet, and nothing is logged. */
  public static Kernel install(Distribution distribution, Home home, int basePort, EarlyPorts ports)
      throws IOException {
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no OSGi framework on the class path"))
            .newFramework(FrameworkProperties.of(home, basePort));
    Kernel kernel = new Kernel(framework, home, ports);
    BundleCache.putAside(home);
    try {
      framework.init();
      ports.offer(framework.getBundleContext());
      kernel.install(BundleFolder.in(distribution.bundles()));
      // all at once takes less than one at a time; who can't is reported when all are started
      framework.adapt(FrameworkWiring.class).resolveBundles(kernel.bundles);
    } catch (BundleException broken) {
      throw unstartable(broken);
    }
    return kernel;
  }

  /**
   * Starts everything; returns when the highest start level is reached. Services that wait for
   * something may come later: ask the admin API for {@code ready}.
   */
  public void start() throws IOException {
    try {
      Ahead.begin(bundles);
      framework.start();
      startAll();
      ports.closeLeft();
      Thread.ofPlatform().daemon().name("old-cache").start(() -> BundleCache.deleteAside(home));
    } catch (BundleException broken) {
      throw unstartable(broken);
    }
  }

  private static IOException unstartable(BundleException broken) {
    return new IOException("the framework does not start: " + broken.getMessage(), broken);
  }

  /** Waits until the framework has stopped, by whoever stopped it. */
  public void awaitStop() throws InterruptedException {
    framework.waitForStop(0);
  }

  /** Stops everything and waits for it. */
  public void stop() {
    try {
      framework.stop();
      framework.waitForStop(20_000);
    } catch (BundleException failed) {
      log().error("the framework does not stop cleanly", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void install(List<BundleFolder> folders) throws BundleException {
    BundleContext context = framework.getBundleContext();
    FrameworkStartLevel levels = framework.adapt(FrameworkStartLevel.class);
    for (BundleFolder folder : folders) {
      levels.setInitialBundleStartLevel(folder.level());
      for (Path jar : folder.jars()) {
        bundles.add(context.installBundle("reference:" + jar.toUri()));
      }
    }
  }

  private void startAll() throws BundleException {
    for (Bundle bundle : bundles) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        // marks it only: the start level below starts it
        bundle.start(Bundle.START_ACTIVATION_POLICY);
      }
    }
    CountDownLatch reached = new CountDownLatch(1);
    framework
        .adapt(FrameworkStartLevel.class)
        .setStartLevel(TOP_LEVEL, event -> noteStarted(event, reached));
    try {
      reached.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    reportUnstarted(bundles);
  }

  private static void noteStarted(FrameworkEvent event, CountDownLatch reached) {
    if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
      reached.countDown();
    }
  }

  private static void reportUnstarted(List<Bundle> bundles) {
    bundles.stream()
        .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
        .forEach(
            lost -> log().error("{} does not resolve: {}", lost.getSymbolicName(), reason(lost)));
  }

  private static String reason(Bundle bundle) {
    try {
      bundle.start();
      return "it does now";
    } catch (BundleException unresolved) {
      return String.valueOf(unresolved.getMessage());
    }
  }

  /** Not before it logs: a factory that two threads ask for at first is neither's. */
  private static Logger log() {
    return LoggerFactory.getLogger(Kernel.class);
  }
}
