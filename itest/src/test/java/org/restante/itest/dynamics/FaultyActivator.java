package org.restante.itest.dynamics;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.restante.protocol.ProtocolPlugin;

/**
 * Added to the jar of a plugin whose component registers itself as a mere {@code Object}: puts a
 * {@link FaultyPlugin} in front of it. A bad revision is made like that when it is needed, and is
 * never shipped.
 */
public final class FaultyActivator
    implements BundleActivator, ServiceTrackerCustomizer<Object, ServiceRegistration<?>> {

  private BundleContext context;
  private ServiceTracker<Object, ServiceRegistration<?>> tracker;

  @Override
  public void start(BundleContext bundle) {
    context = bundle;
    tracker = new ServiceTracker<>(bundle, Object.class, this);
    tracker.open();
  }

  @Override
  public void stop(BundleContext bundle) {
    tracker.close();
  }

  @Override
  public ServiceRegistration<?> addingService(ServiceReference<Object> reference) {
    if (!reference.getBundle().equals(context.getBundle())) {
      return null;
    }
    ProtocolPlugin real = (ProtocolPlugin) context.getService(reference);
    return context.registerService(ProtocolPlugin.class, new FaultyPlugin(real), null);
  }

  @Override
  public void modifiedService(
      ServiceReference<Object> reference, ServiceRegistration<?> registration) {}

  @Override
  public void removedService(
      ServiceReference<Object> reference, ServiceRegistration<?> registration) {
    registration.unregister();
  }
}
