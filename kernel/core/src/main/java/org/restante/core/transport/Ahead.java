package org.restante.core.transport;

import io.netty.handler.ssl.OpenSsl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begun by the launcher while other bundles start: loads the native code for sockets and TLS. */
public final class Ahead implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Ahead.class);

  @Override
  public void run() {
    LOG.debug("epoll: {}, native TLS: {}", Transport.hasEpoll(), OpenSsl.isAvailable());
  }
}
