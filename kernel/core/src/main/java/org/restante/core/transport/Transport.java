package org.restante.core.transport;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.Map;

/**
 * The kind of event loops and sockets.
 *
 * @param name for the log
 * @param handed listening sockets that were opened for this process
 */
record Transport(
    String name,
    IoHandlerFactory handlers,
    Class<? extends ServerChannel> serverChannel,
    HandedSockets handed) {

  static Transport best() {
    return hasEpoll() ? EpollTransport.transport() : nio();
  }

  static boolean hasEpoll() {
    try {
      return EpollTransport.available();
    } catch (LinkageError e) {
      return false; // the optional package is not there
    }
  }

  static Transport nio() {
    return new Transport("nio", NioIoHandler.newFactory(), NioServerSocketChannel.class, none());
  }

  /** Only epoll can take a descriptor over. */
  private static HandedSockets none() {
    return HandedSockets.of(
        Map.of(),
        0,
        0,
        descriptor -> {
          throw new IllegalStateException("descriptor " + descriptor);
        });
  }
}
