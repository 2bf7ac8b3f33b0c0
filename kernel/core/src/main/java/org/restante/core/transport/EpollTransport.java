package org.restante.core.transport;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;

/** Holds the only references to epoll, an optional package. */
final class EpollTransport {

  private EpollTransport() {}

  static boolean available() {
    return Epoll.isAvailable();
  }

  static Transport transport() {
    return new Transport(
        "epoll",
        EpollIoHandler.newFactory(),
        EpollServerSocketChannel.class,
        HandedSockets.of(
            System.getenv(),
            ProcessHandle.current().pid(),
            HandedSockets.FIRST,
            EpollServerSocketChannel::new));
  }
}
