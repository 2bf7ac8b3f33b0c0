package org.restante.protocol;

import java.net.InetSocketAddress;
import org.osgi.annotation.versioning.ProviderType;

/** How a configured listener is. The kernel registers one as a service for each, bound or not. */
@ProviderType
public interface ListeningPort {

  /** What it is for. */
  Listener listener();

  /** Where it listens, or should. */
  InetSocketAddress address();

  /** Whether the port is open. */
  boolean bound();

  /** Whether a plugin serves it; otherwise it parks connections. */
  boolean served();

  /** Why it is not bound and what to do; empty where it is. */
  String problem();
}
