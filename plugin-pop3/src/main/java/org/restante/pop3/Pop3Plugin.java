package org.restante.pop3;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.account.Authenticator;
import org.restante.configuration.KnownKeys;
import org.restante.configuration.UnusableConfiguration;
import org.restante.mail.MailStore;
import org.restante.pop3.maildrop.MaildropLocks;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;
import org.restante.sasl.Sasl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** POP3 for the kernel. */
@Component(service = ProtocolPlugin.class, configurationPid = "org.restante.pop3")
@Designate(ocd = Pop3Configuration.class)
public final class Pop3Plugin implements ProtocolPlugin {
  private static final Logger LOG = LoggerFactory.getLogger(Pop3Plugin.class);

  static final String PROTOCOL = "pop3";

  private volatile Pop3Services services;

  /** For the framework. */
  @Activate
  public Pop3Plugin(
      Pop3Configuration configuration,
      Map<String, Object> properties,
      @Reference MailStore store,
      @Reference Authenticator authenticator,
      @Reference Sasl sasl,
      @Reference MeterRegistry registry) {
    this(store, authenticator, sasl, registry, settings(configuration, properties));
  }

  /** A plugin over these services. */
  public Pop3Plugin(
      MailStore store,
      Authenticator authenticator,
      Sasl sasl,
      MeterRegistry registry,
      Pop3Settings settings) {
    this(
        new Pop3Services(
            store,
            authenticator,
            sasl,
            new Pop3Meters(registry),
            settings,
            new MaildropLocks(System::nanoTime),
            Clock.systemUTC()));
  }

  Pop3Plugin(Pop3Services services) {
    this.services = services;
  }

  /**
   * Takes a change for the sessions that come from now on; those that are there go on as they are.
   * What can't be used is said, and the last that could holds.
   */
  @Modified
  void change(Pop3Configuration configuration, Map<String, Object> properties) {
    try {
      services = services.with(settings(configuration, properties));
    } catch (UnusableConfiguration e) {
      LOG.error("{}; what held before goes on to hold", e.getMessage());
    }
  }

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public Set<String> commands() {
    return CommandTable.keywords();
  }

  @Override
  public StateVersions states() {
    return SuspendedState.VERSIONS;
  }

  @Override
  public ProtocolSession open(Connection connection) {
    return new Pop3Session(connection, services);
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    return new Pop3Session(connection, services, SuspendedState.read(state));
  }

  private static Pop3Settings settings(
      Pop3Configuration configuration, Map<String, Object> properties) {
    KnownKeys.check(properties, Pop3Configuration.class);
    try {
      return Pop3Settings.of(configuration);
    } catch (IllegalArgumentException e) {
      throw KnownKeys.refused(properties, String.valueOf(e.getMessage()));
    }
  }
}
