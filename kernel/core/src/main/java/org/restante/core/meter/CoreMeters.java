package org.restante.core.meter;

import java.util.List;

/** Every meter of this bundle: name, unit, tags. */
public enum CoreMeters {
  /** Gauge: sessions by state. */
  SESSIONS_ACTIVE("sessions.active", "sessions", "protocol", "state"),
  /** Counter: sessions begun; {@code tls}: true or false when the greeting was said. */
  SESSIONS_OPENED("sessions.opened", "sessions", "protocol", "tls"),
  /** Counter: sessions ended. */
  SESSIONS_CLOSED("sessions.closed", "sessions", "protocol", "reason"),
  /** Counter: sessions given to another revision: moved, deferred, dropped. */
  SESSIONS_HANDOVER("sessions.handover", "sessions", "protocol", "result"),
  /** Counter: connections that got no session: no_plugin, limit, rate, tls. */
  CONNECTIONS_REFUSED("connections.refused", "connections", "protocol", "reason"),
  /** Counter: logins tried; {@code result}: ok or no. */
  AUTH_ATTEMPTS("auth.attempts", "attempts", "protocol", "mechanism", "result"),
  /** Timer: commands; names outside the plugin's set are {@code other}. */
  COMMANDS("commands", "seconds", "protocol", "command", "result"),
  /**
   * Timer: what a command waited for: queue (a thread), store (a permit), backpressure (the
   * client).
   */
  COMMAND_WAIT("command.wait", "seconds", "protocol", "cause"),
  /**
   * Counter: plugins slowed down or refused something; {@code reason}: turns, store, slow, heavy,
   * memory.
   */
  THROTTLE("throttle", "throttles", "protocol", "reason"),
  /** Counter: octets on the wire; {@code direction}: in or out. */
  NETWORK_IO("network.io", "bytes", "protocol", "direction"),
  /** Timer: how late an event loop runs its tasks. */
  EVENTLOOP_LAG("eventloop.lag", "seconds"),
  /** Gauge: 1 for each bundle that is installed. */
  BUNDLE_INFO("bundle.info", "bundles", "bundle", "version"),
  /** Gauge: bundles by state. */
  BUNDLE_STATE("bundle.state", "bundles", "bundle", "state"),
  /** Timer: deployments; {@code result}: ok or refused. */
  BUNDLE_UPDATE("bundle.update", "seconds", "bundle", "result"),
  /** Counter: deployments taken back. */
  BUNDLE_ROLLBACKS("bundle.rollbacks", "rollbacks"),
  /** Timer: how long something waited for a service: protocol_plugin (a parked connection). */
  SERVICE_WAIT("service.wait", "seconds", "service");

  private final String key;
  private final String unit;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> tags;

  CoreMeters(String key, String unit, String... tags) {
    this.key = "restante." + key;
    this.unit = unit;
    this.tags = List.of(tags);
  }

  /** The meter's name. */
  public String key() {
    return key;
  }

  /** Its base unit. */
  public String unit() {
    return unit;
  }

  /** The keys of its tags. */
  public List<String> tags() {
    return tags;
  }
}
