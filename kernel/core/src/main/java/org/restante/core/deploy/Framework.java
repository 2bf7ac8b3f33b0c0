package org.restante.core.deploy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.restante.core.guard.Guards;
import org.restante.core.guard.PluginGuard;
import org.restante.core.guard.PluginStopped;
import org.restante.core.guard.RunningTurn;
import org.restante.deploy.DeploymentRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The framework's part: install, start, uninstall, refresh. */
final class Framework {
  static final String LOCATION_PREFIX = "restante-deploy:";
  private static final Logger LOG = LoggerFactory.getLogger(Framework.class);
  private static final Duration REFRESH_TIME = Duration.ofSeconds(10);

  private final BundleContext context;
  private final Imports imports;
  private final Guards guards;

  Framework(BundleContext context, Guards guards) {
    this.context = context;
    this.guards = guards;
    imports = new Imports(context);
  }

  /** Bundles that an earlier run installed. */
  List<Bundle> leftOver() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getLocation().startsWith(LOCATION_PREFIX))
        .toList();
  }

  /** Installs from a copy; gives the bundle that is there where it was installed before. */
  Bundle install(Jar jar) throws DeploymentRefused {
    try {
      Bundle bundle =
          context.installBundle(jar.location(), new ByteArrayInputStream(jar.content()));
      int level = Math.max(1, context.getBundle().adapt(BundleStartLevel.class).getStartLevel());
      bundle.adapt(BundleStartLevel.class).setStartLevel(level);
      if (!jar.engine()) {
        guards.watch(bundle); // before the first of its classes is loaded
      }
      return bundle;
    } catch (BundleException e) {
      throw new DeploymentRefused(Diagnosis.ofInstall(jar.name(), e));
    }
  }

  /** Starts it until the framework ends; what starts it again is the deployer. */
  void start(Bundle bundle) throws DeploymentRefused {
    try {
      guarded(bundle, () -> bundle.start(Bundle.START_TRANSIENT));
    } catch (PluginStopped e) {
      throw new DeploymentRefused(bundle.getSymbolicName() + " is stopped: " + e.getMessage());
    } catch (BundleException e) {
      LOG.debug("{} did not start", bundle, e);
      throw new DeploymentRefused(Diagnosis.ofStart(bundle, imports, e));
    }
  }

  /** Waits for any service of a bundle. */
  boolean awaitService(Bundle bundle, Duration limit) {
    CountDownLatch registered = new CountDownLatch(1);
    ServiceListener listener =
        event -> {
          if (event.getType() == ServiceEvent.REGISTERED
              && bundle.equals(event.getServiceReference().getBundle())) {
            registered.countDown();
          }
        };
    context.addServiceListener(listener);
    try {
      return bundle.getRegisteredServices() != null
          || registered.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      context.removeServiceListener(listener);
    }
  }

  /** Uninstalls and lets its classes go. */
  void remove(Bundle bundle) {
    try {
      if (bundle.getState() == Bundle.ACTIVE) {
        guarded(bundle, bundle::stop);
      }
    } catch (BundleException | PluginStopped e) {
      LOG.warn("{} did not stop cleanly: {}", bundle, e.toString());
    }
    guards.forget(bundle);
    try {
      if (bundle.getState() != Bundle.UNINSTALLED) {
        bundle.uninstall();
      }
    } catch (BundleException e) {
      LOG.error("{} can't be uninstalled", bundle, e);
    }
    refresh(bundle);
  }

  /** A bundle's own start and stop are looked at like its turns: they may never end. */
  private void guarded(Bundle bundle, Step step) throws BundleException {
    Optional<PluginGuard> guard = guards.find(bundle);
    if (guard.isEmpty()) {
      step.run();
      return;
    }
    RunningTurn life = guard.get().beginLife();
    try {
      step.run();
    } finally {
      life.close();
    }
  }

  /** What is done with a bundle. */
  private interface Step {
    void run() throws BundleException;
  }

  private void refresh(Bundle bundle) {
    CountDownLatch refreshed = new CountDownLatch(1);
    context
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(FrameworkWiring.class)
        .refreshBundles(Set.of(bundle), event -> refreshed.countDown());
    try {
      if (!refreshed.await(REFRESH_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the framework still refreshes {}", bundle);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
