package org.restante.testkit.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
public class FrameworkView {
  /** Of every account that is made here. */
  public static final String PASSWORD = "pass";

  private static final long PATIENCE = 30_000;

  private final BundleContext context;

  /** By the context of the suite's bundle. */
  public FrameworkView(BundleContext context) {
    this.context = context;
  }

  /** The port of a listener, as soon as it is bound. */
  public final int port(String listener) {
    ServiceReference<?> bound = await("(restante.listener.name=" + listener + ")");
    return (Integer) bound.getProperty("restante.listener.port");
  }

  /** An account without limits, made where it is missing. */
  public final void account(String user) {
    AccountDirectory accounts = service(AccountDirectory.class);
    if (accounts.findByLogin(user).isEmpty()) {
      accounts.create(user, service(Authenticator.class).hash(PASSWORD), QuotaLimits.NONE);
    }
  }

  /** What puts bundles into service. */
  public final Deployer deployer() {
    return service(Deployer.class);
  }

  /** The entries of a bundle in the deployer's list that are in this state. */
  public final List<DeployedBundle> listed(String name, DeploymentState state) {
    return deployer().list().stream()
        .filter(bundle -> bundle.name().equals(name) && bundle.state() == state)
        .toList();
  }

  /** The server's home. */
  public final Path home() {
    return Path.of(context.getProperty("restante.home"));
  }

  /** The one bundle of this name. */
  public final Bundle bundle(String name) {
    List<Bundle> found =
        Arrays.stream(context.getBundles())
            .filter(bundle -> name.equals(bundle.getSymbolicName()))
            .toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  /** The class loader that a bundle has now. */
  public static ClassLoader loader(Bundle bundle) {
    return bundle.adapt(BundleWiring.class).getClassLoader();
  }

  /** The service of a type, as soon as there is one. It is never given back: not for plugins'. */
  public final <T> T service(Class<T> type) {
    return type.cast(context.getService(await("(objectClass=" + type.getName() + ")")));
  }

  /** The best service that a filter finds, as soon as there is one. */
  public final ServiceReference<?> await(String filter) {
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
