package org.restante.admin.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentState;
import org.restante.deploy.RevisionFigures;
import org.restante.protocol.ProtocolPlugin;

/**
 * The bundles of the framework and the jars of the deploy folder, each once.
 *
 * @param context sees the framework
 * @param deployer sees the folder
 */
public record Bundles(BundleContext context, Deployer deployer) {

  /** Deployed ones first. */
  public List<BundleRow> list() {
    List<DeployedBundle> deployed = deployer.list();
    List<BundleRow> rows = new ArrayList<>();
    deployed.forEach(bundle -> rows.add(row(bundle)));
    for (Bundle bundle : context.getBundles()) {
      if (deployed.stream().noneMatch(row -> isSame(row, bundle))) {
        rows.add(row(bundle));
      }
    }
    return rows;
  }

  private static boolean isSame(DeployedBundle deployed, Bundle bundle) {
    boolean coming = deployed.state() == DeploymentState.STARTING;
    return deployed.bundleId() == bundle.getBundleId()
        || (coming && deployed.name().equals(bundle.getSymbolicName()));
  }

  private BundleRow row(DeployedBundle deployed) {
    return new BundleRow(
        deployed.name(),
        deployed.version(),
        deployed.state().name(),
        protocol(context.getBundle(deployed.bundleId())),
        deployed.file(),
        deployed.sessions(),
        deployed.share(),
        deployed.figures(),
        deployed.detail());
  }

  private static BundleRow row(Bundle bundle) {
    boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
    boolean broken = bundle.getState() == Bundle.INSTALLED;
    return new BundleRow(
        String.valueOf(bundle.getSymbolicName()),
        bundle.getVersion().toString(),
        fragment ? "FRAGMENT" : state(bundle),
        "",
        "",
        0,
        0,
        RevisionFigures.NONE,
        broken ? "does not resolve" : "");
  }

  private String protocol(@Nullable Bundle bundle) {
    ServiceReference<?>[] services = bundle == null ? null : bundle.getRegisteredServices();
    return Stream.of(services == null ? new ServiceReference<?>[0] : services)
        .map(this::protocol)
        .distinct()
        .collect(Collectors.joining());
  }

  /** Asks and lets go: a service that is held keeps a replaced bundle in memory. */
  private String protocol(ServiceReference<?> service) {
    Object plugin = context.getService(service);
    try {
      return plugin instanceof ProtocolPlugin known ? known.protocol() : "";
    } finally {
      context.ungetService(service);
    }
  }

  private static String state(Bundle bundle) {
    return switch (bundle.getState()) {
      case Bundle.INSTALLED -> "INSTALLED";
      case Bundle.RESOLVED -> "RESOLVED";
      case Bundle.STARTING -> "STARTING";
      case Bundle.ACTIVE -> "ACTIVE";
      case Bundle.STOPPING -> "STOPPING";
      default -> "UNINSTALLED";
    };
  }
}
