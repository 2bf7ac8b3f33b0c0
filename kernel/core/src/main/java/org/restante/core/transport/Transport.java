package org.restante.core.transport;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/**
 * The kind of event loops and sockets.
 *
 * @param name for the log
 */
record Transport(
    String name, IoHandlerFactory handlers, Class<? extends ServerChannel> serverChannel) {

  static Transport best() {
    try {
      if (EpollTransport.available()) {
        return EpollTransport.transport();
      }
    } catch (LinkageError e) {
      return nio(); // the optional package is not there
    }
    return nio();
  }

  static Transport nio() {
    return new Transport("nio", NioIoHandler.newFactory(), NioServerSocketChannel.class);
  }
}
