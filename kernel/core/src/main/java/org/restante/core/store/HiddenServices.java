package org.restante.core.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.restante.core.guard.Guards;
import org.restante.mail.MailStore;

/**
 * What a plugin finds among the services: the guarded mail store, no engine, none of the kernel's
 * own parts. Everybody else finds all but the guarded store. Registers itself: the framework asks
 * it while services are made.
 */
@Component(service = HiddenServices.class, immediate = true)
public final class HiddenServices implements FindHook, EventListenerHook {
  /** Marks the mail store that is for plugins. */
  static final String GUARDED = "restante.guarded";

  private static final List<String> HIDDEN =
      List.of(
          "org.restante.keyvalue.",
          "org.restante.blob.",
          "org.restante.mailstore.",
          "org.restante.core.",
          "org.restante.deploy.");

  private final Guards guards;
  private final ServiceRegistration<?> registration;

  /** For the bundles that have a guard. */
  @Activate
  public HiddenServices(@Reference Guards guards, BundleContext context) {
    this.guards = guards;
    String[] hooks = {FindHook.class.getName(), EventListenerHook.class.getName()};
    registration = context.registerService(hooks, this, null);
  }

  /** Everybody finds everything. */
  @Deactivate
  void close() {
    registration.unregister();
  }

  @Override
  public void find(
      BundleContext context,
      @Nullable String name,
      @Nullable String filter,
      boolean allServices,
      Collection<ServiceReference<?>> references) {
    boolean plugin = isPlugin(context);
    references.removeIf(reference -> isHidden(reference, plugin));
  }

  @Override
  public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
    ServiceReference<?> reference = event.getServiceReference();
    listeners.keySet().removeIf(context -> isHidden(reference, isPlugin(context)));
  }

  private boolean isPlugin(BundleContext context) {
    try {
      return guards.watches(context.getBundle());
    } catch (IllegalStateException e) {
      return false; // it has stopped meanwhile, and finds nothing
    }
  }

  private static boolean isHidden(ServiceReference<?> reference, boolean fromPlugin) {
    Object types = reference.getProperty(Constants.OBJECTCLASS);
    if (!(types instanceof String[] names)) {
      return false;
    }
    boolean guarded = reference.getProperty(GUARDED) != null;
    boolean store = Arrays.asList(names).contains(MailStore.class.getName());
    if (!fromPlugin) {
      return store && guarded;
    }
    return store
        ? !guarded
        : Arrays.stream(names).anyMatch(name -> HIDDEN.stream().anyMatch(name::startsWith));
  }
}
