package org.restante.core.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.restante.core.meter.KernelMeters;

/** Shows which bundles there are, in which version and state. */
@Component(
    service = {},
    immediate = true)
public final class BundleGauges {
  private final BundleContext context;
  private final KernelMeters meters;
  private final BundleListener listener = event -> refresh();

  /** Counts now and at every event. */
  @Activate
  public BundleGauges(BundleContext context, @Reference KernelMeters meters) {
    this.context = context;
    this.meters = meters;
    context.addBundleListener(listener);
    refresh();
  }

  /** Leaves no gauge behind. */
  @Deactivate
  void close() {
    context.removeBundleListener(listener);
    meters.bundles(List.of(), Map.of());
  }

  private void refresh() {
    Set<List<String>> versions = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    Map<List<String>, Integer> states =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Bundle bundle : context.getBundles()) {
      String name = String.valueOf(bundle.getSymbolicName());
      versions.add(List.of(name, bundle.getVersion().toString()));
      states.merge(List.of(name, state(bundle.getState())), 1, Integer::sum);
    }
    meters.bundles(new ArrayList<>(versions), states);
  }

  private static String state(int state) {
    return switch (state) {
      case Bundle.ACTIVE -> "active";
      case Bundle.STARTING -> "starting";
      case Bundle.STOPPING -> "stopping";
      case Bundle.RESOLVED -> "resolved";
      case Bundle.INSTALLED -> "installed";
      default -> "uninstalled";
    };
  }
}
