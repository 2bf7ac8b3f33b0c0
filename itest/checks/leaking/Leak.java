package org.restante.leaking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** What a plugin must not do: a thread, a file and a gauge that stay when its bundle goes. */
public final class Leak implements BundleActivator {
  private final byte[] ballast = new byte[100_000];

  @Override
  public void start(BundleContext context) throws IOException {
    FileInputStream open = new FileInputStream("/dev/null");
    Thread thread = new Thread(() -> stay(open), "leaking");
    thread.setDaemon(true);
    thread.start();
    ServiceReference<MeterRegistry> registry = context.getServiceReference(MeterRegistry.class);
    if (registry != null) {
      Gauge.builder("leaking", ballast, octets -> octets.length)
          .tag("bundle", String.valueOf(context.getBundle().getBundleId()))
          .register(context.getService(registry));
    }
  }

  @Override
  public void stop(BundleContext context) {}

  private static void stay(FileInputStream open) {
    while (open.getChannel().isOpen()) {
      LockSupport.park(open);
    }
  }
}
