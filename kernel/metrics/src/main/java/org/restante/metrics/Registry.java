package org.restante.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Offers the registry as a {@link MeterRegistry} service, and its page as {@code /metrics}. */
@Component(immediate = true)
public final class Registry {

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final List<ServiceRegistration<?>> services;

  /** Binds the meters of the JVM and offers the services. */
  @Activate
  public Registry(BundleContext context) {
    meters.config().meterFilter(new Buckets());
    bind();
    services =
        List.of(
            context.registerService(MeterRegistry.class, meters, new Hashtable<>()),
            ScrapePage.register(context, meters));
  }

  private void bind() {
    List<MeterBinder> binders =
        List.of(
            new ClassLoaderMetrics(),
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new FileDescriptorMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            garbageCollection);
    binders.forEach(binder -> binder.bindTo(meters));
  }

  @Deactivate
  void close() {
    services.forEach(ServiceRegistration::unregister);
    garbageCollection.close();
    meters.close();
  }
}
