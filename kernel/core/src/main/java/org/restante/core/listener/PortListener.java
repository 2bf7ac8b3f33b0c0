package org.restante.core.listener;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetSocketAddress;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.core.limits.Limits;
import org.restante.core.meter.KernelMeters;
import org.restante.core.plugin.PluginTable;
import org.restante.core.tls.Certificates;
import org.restante.core.transport.EventLoops;
import org.restante.protocol.Listener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port. Its connections outlive a change of its configuration. */
@Component(
    service = {},
    immediate = true,
    configurationPid = PortListener.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ListenerConfig.class, factory = true)
public final class PortListener implements BoundListener {
  static final String PID = "org.restante.core.listener";
  private static final Logger LOG = LoggerFactory.getLogger(PortListener.class);
  private static final int LOW_WATER = 32 * 1024;
  private static final int HIGH_WATER = 64 * 1024;

  private final ListenerSettings settings;
  private final Reception reception;
  private final Channel channel;
  private @Nullable ServiceRegistration<BoundListener> registration;

  /** As configured; registers itself as a {@link BoundListener}. */
  @Activate
  public PortListener(
      ListenerConfig config,
      Map<String, ?> properties,
      BundleContext context,
      @Reference Limits limits,
      @Reference EventLoops loops,
      @Reference Connections connections,
      @Reference Certificates certificates,
      @Reference PluginTable plugins,
      @Reference KernelMeters meters) {
    this(
        ListenerSettings.of(config, properties, basePort(context), limits),
        loops,
        connections,
        certificates,
        plugins,
        meters);
    registration = context.registerService(BoundListener.class, this, described());
  }

  PortListener(
      ListenerSettings settings,
      EventLoops loops,
      Connections connections,
      Certificates certificates,
      PluginTable plugins,
      KernelMeters meters) {
    this.settings = settings;
    Listener listener = settings.terms().listener();
    reception =
        new Reception(
            settings, connections, certificates, plugins, meters.protocol(listener.protocol()));
    channel = bind(loops);
    LOG.info("{} ({}) listens on {}", listener.name(), listener.protocol(), address());
  }

  @Override
  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  @Override
  public Listener listener() {
    return settings.terms().listener();
  }

  @Override
  public int connections() {
    return reception.connections();
  }

  /** Gives the port back. */
  @Deactivate
  public void close() {
    if (registration != null) {
      registration.unregister();
    }
    channel.close().awaitUninterruptibly();
  }

  private Channel bind(EventLoops loops) {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops.group())
            .channel(loops.serverChannel())
            .option(ChannelOption.SO_BACKLOG, settings.backlog())
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(LOW_WATER, HIGH_WATER))
            .childHandler(reception)
            .bind(settings.bind(), settings.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw refused(bound.cause());
    }
    return bound.channel();
  }

  private IllegalStateException refused(Throwable cause) {
    String line =
        "%s can't listen on %s:%d: %s. Free the port, or choose another with port or bind in"
            .formatted(
                listener().name(), settings.bind(), settings.port(), cause.getMessage())
            + " etc/%s-%s.config or with restante.base.port".formatted(PID, listener().name());
    LOG.error(line);
    return new IllegalStateException(line);
  }

  private Dictionary<String, Object> described() {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("restante.listener.name", listener().name());
    properties.put("restante.listener.protocol", listener().protocol());
    properties.put("restante.listener.role", listener().role());
    properties.put("restante.listener.address", address().getAddress().getHostAddress());
    properties.put("restante.listener.port", address().getPort());
    return properties;
  }

  private static int basePort(BundleContext context) {
    @Nullable String base = context.getProperty("restante.base.port");
    return base == null || base.isBlank() ? 0 : Integer.parseInt(base.strip());
  }
}
