package org.restante.core.limits;

import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.configuration.KnownKeys;

/** The limits of all listeners together. */
@Component(service = Limits.class, configurationPid = Limits.PID)
@Designate(ocd = LimitsConfig.class)
public final class Limits {
  static final String PID = "org.restante.core.limits";

  private volatile Values values;

  /** As configured. */
  @Activate
  public Limits(LimitsConfig config, Map<String, ?> properties) {
    values = Values.of(config, properties);
  }

  /** Takes a change without ending anything. */
  @Modified
  public void change(LimitsConfig config, Map<String, ?> properties) {
    values = Values.of(config, properties);
  }

  /** Most connections at a time. */
  public int maxConnections() {
    return values.maxConnections();
  }

  /** How long a client may leave replies unread. */
  public Duration stall() {
    return values.stall();
  }

  /** How long sessions have to say goodbye when the server stops. */
  public Duration shutdown() {
    return values.shutdown();
  }

  /** How long a TLS handshake may take. */
  public Duration handshake() {
    return values.handshake();
  }

  /** Where passwords may be sent in clear, unless a listener says otherwise. */
  public PlaintextLogin plaintextLogin() {
    return values.plaintextLogin();
  }

  private record Values(
      int maxConnections,
      Duration stall,
      Duration shutdown,
      Duration handshake,
      PlaintextLogin plaintextLogin) {

    static Values of(LimitsConfig config, Map<String, ?> properties) {
      KnownKeys.check(properties, LimitsConfig.class);
      try {
        return new Values(
            config.maxConnections(),
            Duration.ofSeconds(config.stallSeconds()),
            Duration.ofSeconds(config.shutdownSeconds()),
            Duration.ofSeconds(config.handshakeSeconds()),
            PlaintextLogin.of(config.plaintextLogin()));
      } catch (IllegalArgumentException e) {
        throw KnownKeys.refused(properties, String.valueOf(e.getMessage()));
      }
    }
  }
}
