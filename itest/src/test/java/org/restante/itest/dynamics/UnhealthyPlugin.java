package org.restante.itest.dynamics;

import java.util.Set;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/** A revision of IMAP that knows that it can't serve. */
public final class UnhealthyPlugin implements BundleActivator, ProtocolPlugin {

  @Override
  public void start(BundleContext context) {
    context.registerService(ProtocolPlugin.class, this, null);
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public String protocol() {
    return "imap";
  }

  @Override
  public Set<String> commands() {
    return Set.of();
  }

  @Override
  public ProtocolSession open(Connection connection) {
    throw new IllegalStateException("a plugin that is not healthy gets no connection");
  }

  @Override
  public ProtocolSession resume(Connection connection, SuspendedSession state)
      throws UnreadableSession {
    throw new UnreadableSession("a plugin that is not healthy gets no session");
  }

  @Override
  public void checkHealth() {
    throw new IllegalStateException("the moon is in the wrong house");
  }
}
