package org.restante.core.listener;

import java.net.InetSocketAddress;
import org.restante.protocol.Listener;

/**
 * A port that is bound. Registered as a service, whose properties tell other bundles what they need:
 * {@code restante.listener.name}, {@code .protocol}, {@code .role}, {@code .address}, {@code .port}.
 */
public interface BoundListener {

  /** Where it is. */
  InetSocketAddress address();

  /** What it is. */
  Listener listener();

  /** Connections that it has now. */
  int connections();
}
