package org.restante.core.weaving;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.restante.core.guard.Guards;

/**
 * The framework's hook: each class of a guarded bundle is woven before it is defined. Registered by
 * itself: Declarative Services would load classes to make it while a class is loaded.
 */
@Component(service = PluginWeaver.class, immediate = true)
public final class PluginWeaver implements WeavingHook {
  private static final String WOVEN = "org.restante.core.woven";

  private final Guards guards;
  private final ServiceRegistration<WeavingHook> registration;

  /** For the bundles that have a guard. */
  @Activate
  public PluginWeaver(@Reference Guards guards, BundleContext context) {
    this.guards = guards;
    registration = context.registerService(WeavingHook.class, this, null);
  }

  /** Classes are loaded as they are. */
  @Deactivate
  void close() {
    registration.unregister();
  }

  @Override
  public void weave(WovenClass woven) {
    if (!guards.weaves(woven.getBundleWiring().getBundle())) {
      return;
    }
    try {
      woven.setBytes(Weaving.of(woven.getBytes()));
      if (!woven.getDynamicImports().contains(WOVEN)) {
        woven.getDynamicImports().add(WOVEN);
      }
    } catch (RuntimeException e) { // whatever ASM throws: what can't be stopped is not loaded
      throw new WeavingException(woven.getClassName() + " can't be woven: " + e.getMessage(), e);
    }
  }
}
