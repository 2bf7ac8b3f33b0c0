package org.restante.itest.dynamics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
public class FaultyActivator
    implements BundleActivator, ServiceTrackerCustomizer<Object, ServiceRegistration<?>> {

  private @Nullable BundleContext context;
  private @Nullable ServiceTracker<Object, ServiceRegistration<?>> tracker;

  @Override
  public void start(BundleContext bundle) {
    context = bundle;
    ServiceTracker<Object, ServiceRegistration<?>> opened =
        new ServiceTracker<>(bundle, Object.class, this);
    tracker = opened;
    opened.open();
  }

  @Override
  public void stop(BundleContext bundle) {
    Objects.requireNonNull(tracker).close();
  }

  @Override
  public @Nullable ServiceRegistration<?> addingService(ServiceReference<Object> reference) {
    BundleContext own = Objects.requireNonNull(context);
    if (!own.getBundle().equals(reference.getBundle())) {
      return null;
    }
    ProtocolPlugin real = (ProtocolPlugin) own.getService(reference);
    return own.registerService(ProtocolPlugin.class, inFront(own, real), null);
  }

  /** What the kernel gets in place of the real one. */
  protected ProtocolPlugin inFront(BundleContext own, ProtocolPlugin real) {
    return new FaultyPlugin(real);
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
