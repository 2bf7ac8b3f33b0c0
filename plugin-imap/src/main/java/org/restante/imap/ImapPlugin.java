package org.restante.imap;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.account.AccountDirectory;
import org.restante.account.Authenticator;
import org.restante.configuration.KnownKeys;
import org.restante.configuration.UnusableConfiguration;
import org.restante.imap.idle.Idling;
import org.restante.imap.meter.ImapFigures;
import org.restante.imap.session.ImapSession;
import org.restante.imap.session.Services;
import org.restante.imap.settings.ImapSettings;
import org.restante.mail.MailStore;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;
import org.restante.sasl.Sasl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** IMAP as a service of this bundle. */
@Component(service = ProtocolPlugin.class, configurationPid = "org.restante.imap")
@Designate(ocd = ImapConfiguration.class)
public final class ImapPlugin implements ProtocolPlugin {
  private static final Logger LOG = LoggerFactory.getLogger(ImapPlugin.class);
  private volatile Services services;

  /** For Declarative Services. */
  @Activate
  public ImapPlugin(
      ImapConfiguration configuration,
      Map<String, Object> properties,
      @Reference MailStore store,
      @Reference AccountDirectory accounts,
      @Reference Authenticator authenticator,
      @Reference Sasl sasl,
      @Reference MeterRegistry registry) {
    this(store, accounts, authenticator, sasl, registry, settings(configuration, properties));
  }

  /** With settings that come from elsewhere. */
  public ImapPlugin(
      MailStore store,
      AccountDirectory accounts,
      Authenticator authenticator,
      Sasl sasl,
      MeterRegistry registry,
      ImapSettings settings) {
    this.services =
        new Services(
            store,
            accounts,
            authenticator,
            sasl,
            settings,
            new ImapFigures(registry),
            ImapExtensions.TABLE);
  }

  static ImapSettings settings(ImapConfiguration configuration, Map<String, ?> properties) {
    KnownKeys.check(properties, ImapConfiguration.class);
    try {
      return settings(configuration);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw KnownKeys.refused(properties, String.valueOf(e.getMessage()));
    }
  }

  private static ImapSettings settings(ImapConfiguration configuration) {
    if (configuration.separator().length() != 1) {
      throw new IllegalArgumentException("separator must be one character");
    }
    return new ImapSettings(
        configuration.separator().charAt(0),
        Duration.parse(configuration.keepAlive()),
        Duration.parse(configuration.autologout()),
        Duration.parse(configuration.loginTimeout()),
        configuration.badCommands(),
        configuration.literalOctets(),
        configuration.nesting(),
        configuration.setRanges(),
        configuration.messageLimit(),
        configuration.enforceMessageLimit(),
        Duration.parse(configuration.progressEvery()),
        literalMinus(configuration.literals()),
        Set.of(configuration.quotaAdministrators()));
  }

  private static boolean literalMinus(String literals) {
    return switch (literals) {
      case "plus" -> false;
      case "minus" -> true;
      default -> throw new IllegalArgumentException("literals is plus or minus");
    };
  }

  @Deactivate
  void deactivate() {
    services.figures().close();
  }

  /**
   * Takes a change for the sessions that come from now on; those that are there go on as they are.
   * What can't be used is said, and the last that could holds.
   */
  @Modified
  void change(ImapConfiguration configuration, Map<String, Object> properties) {
    try {
      services = services.with(settings(configuration, properties));
    } catch (UnusableConfiguration e) {
      LOG.error("{}; what held before goes on to hold", e.getMessage());
    }
  }

  @Override
  public String protocol() {
    return "imap";
  }

  @Override
  public Set<String> commands() {
    return ImapCommands.TABLE.names();
  }

  @Override
  public StateVersions states() {
    return ImapSession.STATES;
  }

  @Override
  public ProtocolSession open(Connection connection) {
    return new ImapSession(services, ImapCommands.TABLE, connection);
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    return ImapSession.resumed(services, ImapCommands.TABLE, connection, state, Idling::resumed);
  }
}
