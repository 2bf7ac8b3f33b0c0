package org.restante.core.transport;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.function.Function;

/**
 * The kind of event loops and sockets.
 *
 * @param name for the log
 * @param writers what writes to a registered channel's socket beside its event loop
 * @param handed listening sockets that were opened for this process
 */
record Transport(
    String name,
    IoHandlerFactory handlers,
    Function<Channel, DirectWriter> writers,
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
    return new Transport(
        "nio",
        NioIoHandler.newFactory(),
        channel -> DirectWriter.NONE,
        NioServerSocketChannel.class,
        HandedSockets.none(NioServerSocketChannel::new)); // only epoll takes a descriptor over
  }
}
