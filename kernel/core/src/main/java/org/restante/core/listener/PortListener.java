package org.restante.core.listener;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetSocketAddress;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
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
import org.restante.protocol.ListeningPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port. Its connections outlive a change of its configuration. One that can't be bound is there
 * too, and says why: status must show it.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = PortListener.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ListenerConfig.class, factory = true)
public final class PortListener implements ListeningPort {
  static final String PID = "org.restante.core.listener";
  private static final Logger LOG = LoggerFactory.getLogger(PortListener.class);
  private static final int LOW_WATER = 32 * 1024;
  private static final int HIGH_WATER = 64 * 1024;

  private final ListenerSettings settings;
  private final PluginTable plugins;
  private final Reception reception;
  private final EventLoops loops;
  private final Connections connections;
  private final Runnable door = this::stopListening;
  private final ChannelFuture bound;
  private @Nullable ServiceRegistration<ListeningPort> registration;

  /** As configured; registers itself with properties that tell the port. */
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
        ListenerSettings.of(config, properties, ListenerSettings.Place.of(context), limits),
        loops,
        connections,
        certificates,
        plugins,
        meters);
    registration = context.registerService(ListeningPort.class, this, described());
  }

  PortListener(
      ListenerSettings settings,
      EventLoops loops,
      Connections connections,
      Certificates certificates,
      PluginTable plugins,
      KernelMeters meters) {
    this.settings = settings;
    this.plugins = plugins;
    this.connections = connections;
    this.loops = loops;
    Listener listener = settings.terms().listener();
    reception =
        new Reception(
            settings,
            loops::writer,
            connections,
            certificates,
            plugins,
            meters.protocol(listener.protocol()));
    bound = bind(loops);
    connections.closeFirst(door);
    if (bound()) {
      // who comes earlier waits in the backlog: an event loop can't wait for the certificate
      certificates.whenRead(() -> bound.channel().config().setAutoRead(true));
      LOG.info("{} ({}) listens on {}", listener.name(), listener.protocol(), address());
    } else {
      LOG.error(problem());
    }
  }

  @Override
  public InetSocketAddress address() {
    return bound()
        ? (InetSocketAddress) bound.channel().localAddress()
        : InetSocketAddress.createUnresolved(settings.bind(), settings.port());
  }

  @Override
  public boolean bound() {
    return bound.isSuccess();
  }

  @Override
  public boolean served() {
    return plugins.current(listener().protocol()).isPresent();
  }

  @Override
  public String problem() {
    if (bound()) {
      return "";
    }
    return "%s can't listen on %s:%d: %s. Free the port, or choose another with port or bind in"
            .formatted(
                listener().name(), settings.bind(), settings.port(), bound.cause().getMessage())
        + " etc/%s-%s.config or with the base port".formatted(PID, listener().name());
  }

  @Override
  public Listener listener() {
    return settings.terms().listener();
  }

  int connections() {
    return reception.connections();
  }

  /** Gives the port back. */
  @Deactivate
  public void close() {
    if (registration != null) {
      registration.unregister();
    }
    connections.closed(door);
    stopListening();
  }

  /** Who was accepted has a connection when this returns; who was not waits, or is told by TCP. */
  private void stopListening() {
    bound.channel().close().awaitUninterruptibly();
    loops.settle();
  }

  private ChannelFuture bind(EventLoops loops) {
    InetSocketAddress address = new InetSocketAddress(settings.bind(), settings.port());
    Optional<ServerChannel> handed =
        address.isUnresolved() ? Optional.empty() : loops.handed(address);
    ServerBootstrap bootstrap = bootstrap(loops);
    ChannelFuture listening =
        handed.isPresent()
            ? bootstrap.channelFactory(handed::get).register()
            : bootstrap.channel(loops.serverChannel()).bind(settings.bind(), settings.port());
    return listening.awaitUninterruptibly();
  }

  private ServerBootstrap bootstrap(EventLoops loops) {
    return new ServerBootstrap()
        .group(loops.group())
        .option(ChannelOption.SO_BACKLOG, settings.backlog())
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(ChannelOption.AUTO_READ, false)
        .childOption(ChannelOption.AUTO_READ, false)
        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.SO_KEEPALIVE, true)
        .childOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(LOW_WATER, HIGH_WATER))
        .childHandler(reception);
  }

  private Dictionary<String, Object> described() {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("restante.listener.name", listener().name());
    properties.put("restante.listener.protocol", listener().protocol());
    properties.put("restante.listener.role", listener().role());
    properties.put("restante.listener.address", address().getHostString());
    properties.put("restante.listener.port", address().getPort());
    properties.put("restante.listener.backlog", settings.backlog());
    return properties;
  }
}
