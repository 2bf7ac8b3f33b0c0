package org.restante.core.listener;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;
import org.restante.core.configuration.Defaults;
import org.restante.core.guard.Guards;
import org.restante.core.guard.IsolationConfig;
import org.restante.core.limits.Limits;
import org.restante.core.limits.LimitsConfig;
import org.restante.core.meter.KernelMeters;
import org.restante.core.plugin.PluginTable;
import org.restante.core.plugin.Revision;
import org.restante.core.tls.Certificates;
import org.restante.core.transport.EventLoops;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ProtocolPlugin;

/** The kernel without a framework. */
public final class TestKernel implements AutoCloseable {
  /** What is measured. */
  public final MeterRegistry registry = new SimpleMeterRegistry();

  /** Its meters. */
  public final KernelMeters meters = new KernelMeters(registry);

  /** What keeps its plugins from harming each other. */
  public final Guards guards;

  /** Its plugins. */
  public final PluginTable plugins;

  /** Its certificate. */
  public final Certificates certificates;

  final Connections connections;
  private final Limits limits;
  private final EventLoops loops = new EventLoops(meters);
  private final List<PortListener> listeners = new ArrayList<>();
  private long services;

  /** With a certificate in this folder. */
  public TestKernel(Path home) throws IOException {
    this(home, Map.of());
  }

  /** With these values in {@code org.restante.core.limits}. */
  public TestKernel(Path home, Map<String, ?> limit) throws IOException {
    this(home, limit, Map.of());
  }

  /** With these values in {@code org.restante.core.isolation} too. */
  public TestKernel(Path home, Map<String, ?> limit, Map<String, ?> isolation) throws IOException {
    guards = new Guards(Defaults.of(IsolationConfig.class, isolation), isolation, registry);
    plugins = new PluginTable(meters, guards, () -> CloseReason.BUNDLE_STOP);
    limits = new Limits(Defaults.of(LimitsConfig.class, limit), limit);
    connections = new Connections(limits);
    certificates = new Certificates(home.resolve("tls"), "mail.example", Duration.ofMillis(50));
  }

  /** Opens a port for the echo protocol; returns its number. */
  public int listen(Map<String, ?> values) {
    return open(values).address().getPort();
  }

  PortListener open(Map<String, ?> values) {
    Map<String, Object> config = new HashMap<>(Map.of("protocol", "echo", "name", "test"));
    config.putAll(values);
    PortListener listener =
        new PortListener(
            ListenerSettings.of(
                Defaults.of(ListenerConfig.class, config),
                config,
                ListenerSettings.Place.STANDARD,
                limits),
            loops,
            connections,
            certificates,
            plugins,
            meters);
    listeners.add(listener);
    return listener;
  }

  /** Adds a plugin and waits until it serves. */
  public Revision add(ProtocolPlugin plugin, String version) {
    long id = ++services;
    plugins.add(plugin, Version.parseVersion(version), id, id);
    return plugins.await(id, Duration.ofSeconds(10)).orElseThrow();
  }

  /** A counter's figure. */
  public double counted(String meter, String... tags) {
    return registry.get("restante." + meter).tags(tags).counter().count();
  }

  /** Stops it as the framework does. */
  @Override
  public void close() {
    listeners.forEach(PortListener::close);
    connections.close();
    certificates.close();
    loops.close();
    guards.close();
  }
}
