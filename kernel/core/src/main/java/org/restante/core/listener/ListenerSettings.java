package org.restante.core.listener;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.restante.configuration.KnownKeys;
import org.restante.core.configuration.HostName;
import org.restante.core.connection.Terms;
import org.restante.core.limits.Limits;
import org.restante.core.limits.PlaintextLogin;
import org.restante.protocol.ConnectionLimits;
import org.restante.protocol.Listener;

/**
 * A listener's configuration, looked over.
 *
 * @param port the number to bind, base port added; 0 for any
 * @param own what it says itself of the terms for its connections
 * @param plaintextLogin where passwords may be sent in clear, if it says so itself
 * @param limits those of all listeners, which may change
 */
record ListenerSettings(
    String bind,
    int port,
    int backlog,
    int maxConnections,
    int maxConnectionsPerAddress,
    String busy,
    Terms own,
    Optional<PlaintextLogin> plaintextLogin,
    Limits limits) {
  private static final int HIGHEST_PORT = 65_535;

  static ListenerSettings of(
      ListenerConfig config, Map<String, ?> properties, Place place, Limits limits) {
    KnownKeys.check(properties, ListenerConfig.class);
    String name = name(config, properties);
    if (config.protocol().isBlank()) {
      throw KnownKeys.refused(properties, "protocol is missing, for instance protocol=\"imap\"");
    }
    int port = config.port() == 0 ? 0 : config.port() + place.basePort();
    if (port < 0 || port > HIGHEST_PORT) {
      throw KnownKeys.refused(
          properties, "port " + config.port() + " + base port " + place.basePort() + " is no port");
    }
    try {
      return new ListenerSettings(
          config.bind().isBlank() ? place.bind() : config.bind(),
          port,
          config.backlog(),
          config.maxConnections(),
          config.maxConnectionsPerAddress(),
          config.busy(),
          terms(config, name, limits),
          Optional.of(config.plaintextLogin())
              .filter(where -> !where.isBlank())
              .map(PlaintextLogin::of),
          limits);
    } catch (IllegalArgumentException e) {
      throw KnownKeys.refused(properties, String.valueOf(e.getMessage()));
    }
  }

  /**
   * What holds for all listeners of this run.
   *
   * @param basePort is added to every port
   * @param bind where the configuration names no address
   */
  record Place(int basePort, String bind) {
    static final Place STANDARD = new Place(0, "127.0.0.1");

    static Place of(BundleContext context) {
      @Nullable String port = context.getProperty("restante.base.port");
      @Nullable String bind = context.getProperty("restante.bind");
      return new Place(
          port == null || port.isBlank() ? STANDARD.basePort : Integer.parseInt(port.strip()),
          bind == null || bind.isBlank() ? STANDARD.bind : bind.strip());
    }
  }

  /** What holds for a connection that comes now. */
  Terms terms() {
    return own.within(
        plaintextLogin.orElseGet(limits::plaintextLogin), limits.stall(), limits.handshake());
  }

  private static Terms terms(ListenerConfig config, String name, Limits limits) {
    return new Terms(
        new Listener(
            name,
            config.protocol(),
            config.role(),
            config.implicitTls(),
            HostName.orLocal(config.hostname())),
        new ConnectionLimits(config.lineOctets(), config.messageOctets()),
        limits.plaintextLogin(),
        Duration.ofSeconds(config.loginSeconds()),
        limits.stall(),
        limits.handshake(),
        Duration.ofSeconds(config.parkSeconds()),
        config.maxParked(),
        config.refusal(),
        config.goodbye());
  }

  private static String name(ListenerConfig config, Map<String, ?> properties) {
    if (!config.name().isBlank()) {
      return config.name();
    }
    String pid = String.valueOf(properties.get("service.pid"));
    return pid.substring(Math.max(pid.lastIndexOf('~'), pid.lastIndexOf('.')) + 1);
  }
}
