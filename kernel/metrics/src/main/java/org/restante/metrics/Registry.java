package org.restante.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
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

  private final PrometheusMeterRegistry meters = create();
  private final JvmMeters jvm;
  private final List<ServiceRegistration<?>> services;

  /** Offers the services. */
  @Activate
  public Registry(BundleContext context) {
    jvm = new JvmMeters(meters, new MemoryMeters(context::getProperty));
    services =
        List.of(
            context.registerService(MeterRegistry.class, meters, new Hashtable<>()),
            ScrapePage.register(context, new ScrapePage(meters, jvm)));
  }

  /** An empty registry with the rules that all meters follow. */
  static PrometheusMeterRegistry create() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters
        .config()
        .meterFilter(new Contract())
        .meterFilter(new Buckets())
        // their names break the rules of Prometheus; process.cpu.usage and nproc tell the same
        .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
        .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
    return meters;
  }

  @Deactivate
  void close() {
    services.forEach(ServiceRegistration::unregister);
    jvm.close();
    meters.close();
  }
}
