package org.restante.smtp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.account.AccountDirectory;
import org.restante.account.DomainDirectory;
import org.restante.configuration.KnownKeys;
import org.restante.configuration.UnusableConfiguration;
import org.restante.mail.MailStore;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;
import org.restante.sasl.Sasl;
import org.restante.smtp.delivery.DeliveryMeters;
import org.restante.smtp.delivery.LetterIds;
import org.restante.smtp.delivery.LocalDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SMTP, submission and LMTP for the kernel. */
@Component(service = ProtocolPlugin.class, configurationPid = "org.restante.smtp")
@Designate(ocd = SmtpConfiguration.class)
public final class SmtpPlugin implements ProtocolPlugin {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpPlugin.class);

  static final String PROTOCOL = "smtp";

  private volatile SmtpServices services;

  /** For the framework. */
  @Activate
  public SmtpPlugin(
      SmtpConfiguration configuration,
      Map<String, Object> properties,
      @Reference MailStore store,
      @Reference AccountDirectory accounts,
      @Reference DomainDirectory domains,
      @Reference Sasl sasl,
      @Reference MeterRegistry registry) {
    this(
        store,
        accounts,
        domains,
        sasl,
        registry,
        Clock.system(ZoneId.systemDefault()),
        settings(configuration, properties));
  }

  /** A plugin over these services. */
  public SmtpPlugin(
      MailStore store,
      AccountDirectory accounts,
      DomainDirectory domains,
      Sasl sasl,
      MeterRegistry registry,
      Clock clock,
      SmtpSettings settings) {
    DeliveryMeters deliveryMeters = new DeliveryMeters(registry);
    this.services =
        new SmtpServices(
            store,
            accounts,
            domains,
            sasl,
            new LocalDelivery(store, deliveryMeters),
            deliveryMeters,
            new SmtpMeters(registry),
            new LetterIds(),
            clock,
            settings);
  }

  /**
   * Takes a change for the sessions that come from now on; those that are there go on as they are.
   * What can't be used is said, and the last that could holds.
   */
  @Modified
  void change(SmtpConfiguration configuration, Map<String, Object> properties) {
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
    return new SmtpSession(connection, services);
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    return new SmtpSession(connection, services, SuspendedState.read(state));
  }

  private static SmtpSettings settings(
      SmtpConfiguration configuration, Map<String, Object> properties) {
    KnownKeys.check(properties, SmtpConfiguration.class);
    try {
      return SmtpSettings.of(configuration);
    } catch (IllegalArgumentException e) {
      throw KnownKeys.refused(properties, String.valueOf(e.getMessage()));
    }
  }
}
