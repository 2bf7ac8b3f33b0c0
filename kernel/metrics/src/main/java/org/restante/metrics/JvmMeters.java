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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meters of JVM and process. They are bound when somebody reads them first: the start has
 * better things to do. Thread-safe.
 */
final class JvmMeters implements AutoCloseable {

  private final MeterRegistry registry;
  private final MemoryMeters memory;
  private @Nullable JvmGcMetrics garbageCollection;
  private boolean bound;

  JvmMeters(MeterRegistry registry, MemoryMeters memory) {
    this.registry = registry;
    this.memory = memory;
  }

  synchronized void bind() {
    if (bound) {
      return;
    }
    bound = true;
    JvmGcMetrics pauses = new JvmGcMetrics();
    garbageCollection = pauses;
    List<MeterBinder> binders =
        List.of(
            new ClassLoaderMetrics(),
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new FileDescriptorMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            pauses,
            memory);
    binders.forEach(binder -> binder.bindTo(registry));
  }

  @Override
  public synchronized void close() {
    bound = true; // too late to begin
    if (garbageCollection != null) {
      garbageCollection.close();
    }
  }
}
