package org.restante.hostile;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.restante.account.AccountDirectory;
import org.restante.mail.MailStore;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/** Registers itself and opens sessions. */
public final class HostilePlugin implements BundleActivator, ProtocolPlugin {
  private MailStore store;
  private AccountDirectory accounts;
  private MeterRegistry registry;

  /** For the framework. */
  public HostilePlugin() {}

  @Override
  public void start(BundleContext context) {
    store = service(context, MailStore.class);
    accounts = service(context, AccountDirectory.class);
    registry = service(context, MeterRegistry.class);
    context.registerService(ProtocolPlugin.class, this, null);
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public String protocol() {
    return "hostile";
  }

  @Override
  public Set<String> commands() {
    return Set.of("SPIN", "HOARD", "STORE", "LEAK");
  }

  @Override
  public ProtocolSession open(Connection connection) {
    return new HostileSession(connection, store, accounts, registry);
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    throw new UnreadableSession("it keeps none");
  }

  private static <T> T service(BundleContext context, Class<T> type) {
    return context.getService(context.getServiceReference(type));
  }
}
