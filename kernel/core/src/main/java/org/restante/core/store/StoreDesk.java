package org.restante.core.store;

import java.util.Hashtable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.restante.core.guard.Guards;
import org.restante.core.guard.StoreCalls;
import org.restante.mail.MailStore;

/** Hands the mail store out to plugins, each under its own guard. */
@Component(
    service = {},
    immediate = true)
public final class StoreDesk implements ServiceFactory<MailStore> {
  private final MailStore store;
  private final Guards guards;
  private final ServiceRegistration<MailStore> registration;

  /** As long as there is a store, plugins find one. */
  @Activate
  public StoreDesk(
      BundleContext context,
      @Reference(target = "(!(" + HiddenServices.GUARDED + "=true))") MailStore store,
      @Reference Guards guards,
      @Reference HiddenServices hidden) {
    this.store = store;
    this.guards = guards;
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put(HiddenServices.GUARDED, "true");
    registration = context.registerService(MailStore.class, this, properties);
  }

  @Override
  public MailStore getService(Bundle bundle, ServiceRegistration<MailStore> unused) {
    return guards
        .find(bundle)
        .map(guard -> GuardedCalls.guard(MailStore.class, store, new StoreCalls(guard)))
        .orElse(store);
  }

  @Override
  public void ungetService(
      Bundle bundle, ServiceRegistration<MailStore> unused, MailStore service) {}

  /** Plugins find none any more. */
  @Deactivate
  void close() {
    registration.unregister();
  }
}
