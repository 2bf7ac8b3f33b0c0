package org.restante.core.transport;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.channels.ServerSocketChannel;

/** Holds the only references to epoll, an optional package. */
final class EpollTransport {

  private EpollTransport() {}

  static boolean available() {
    return Epoll.isAvailable();
  }

  static Transport transport() {
    EpollSockets sockets = new EpollSockets();
    return new Transport(
        "epoll",
        sockets::watch,
        sockets::writer,
        EpollServerSocketChannel.class,
        HandedSockets.of(
            System.getenv(),
            ProcessHandle.current().pid(),
            HandedSockets.FIRST,
            EpollServerSocketChannel::new,
            socket -> new EpollServerSocketChannel(descriptor(socket))));
  }

  /** The JDK tells it to nobody; the launcher's manifest opens its package. */
  private static int descriptor(ServerSocketChannel socket) throws IOException {
    try {
      Method descriptor = socket.getClass().getMethod("getFDVal");
      descriptor.setAccessible(true);
      return (Integer) descriptor.invoke(socket);
    } catch (ReflectiveOperationException e) {
      throw new IOException("this JDK does not tell the descriptor of a socket", e);
    }
  }
}
