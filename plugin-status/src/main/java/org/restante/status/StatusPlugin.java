package org.restante.status;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.account.AccountId;
import org.restante.account.Authenticator;
import org.restante.configuration.KnownKeys;
import org.restante.mail.MailStore;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;
import org.restante.refusal.NoSuchAccount;

/** The mailbox-status protocol for the kernel. */
@Component(service = ProtocolPlugin.class, configurationPid = "org.restante.status")
@Designate(ocd = StatusConfiguration.class)
public final class StatusPlugin implements ProtocolPlugin {
  static final String PROTOCOL = "status";

  private static final AccountId ANYBODY = new AccountId(Long.MAX_VALUE);

  private final StatusServices services;

  /** For the framework. A reference that is not optional: without a store there is no plugin. */
  @Activate
  public StatusPlugin(
      StatusConfiguration configuration,
      Map<String, Object> properties,
      @Reference MailStore store,
      @Reference Authenticator authenticator,
      @Reference MeterRegistry registry) {
    KnownKeys.check(properties, StatusConfiguration.class);
    this.services =
        new StatusServices(
            store,
            authenticator,
            new StatusMeters(registry),
            configuration.inactivitySeconds(),
            configuration.mostMailboxes());
  }

  StatusPlugin(StatusServices services) {
    this.services = services;
  }

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public Set<String> commands() {
    return StatusSession.COMMANDS;
  }

  @Override
  public StateVersions states() {
    return SuspendedState.VERSIONS;
  }

  @Override
  public ProtocolSession open(Connection connection) {
    return new StatusSession(connection, services, SuspendedState.FRESH);
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    return new StatusSession(connection, services, SuspendedState.read(state)).resumed();
  }

  /** The store answers: without it there is nothing to tell. */
  @Override
  public void checkHealth() {
    try {
      services.store().mailboxes(ANYBODY);
    } catch (NoSuchAccount answered) {
      // That is an answer.
    }
  }
}
