package org.restante.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandedSocketsTest {
  private static final long PID = 7;

  private EventLoopGroup loops;
  private Channel open;

  @BeforeEach
  void listen() {
    assumeTrue(Epoll.isAvailable());
    loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    open =
        new ServerBootstrap()
            .group(loops)
            .channel(EpollServerSocketChannel.class)
            .childHandler(new ChannelInboundHandlerAdapter())
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
  }

  @AfterEach
  void close() {
    if (Epoll.isAvailable()) {
      open.close().syncUninterruptibly();
      loops.shutdownGracefully();
    }
  }

  @Test
  void takesASocketByItsAddressOnce() {
    HandedSockets handed = handed(Map.of("LISTEN_PID", "7", "LISTEN_FDS", "1"));
    InetSocketAddress address = (InetSocketAddress) open.localAddress();
    assertThat(take(handed, new InetSocketAddress("127.0.0.1", 1))).isEmpty();
    assertThat(take(handed, new InetSocketAddress("0.0.0.0", address.getPort()))).isEmpty();
    assertThat(take(handed, address).map(ServerChannel::localAddress)).contains(address);
    assertThat(take(handed, address)).isEmpty();
  }

  @Test
  void takesNoneThatIsMeantForAnotherProcess() {
    InetSocketAddress address = (InetSocketAddress) open.localAddress();
    assertThat(take(handed(Map.of("LISTEN_PID", "8", "LISTEN_FDS", "1")), address)).isEmpty();
    assertThat(take(handed(Map.of()), address)).isEmpty();
  }

  @Test
  void adoptsWhatTheLauncherHasOpened() throws Exception {
    Queue<ServerSocketChannel> early = new ConcurrentLinkedQueue<>();
    try (ServerSocketChannel socket = ServerSocketChannel.open();
        ServerSocketChannel other = ServerSocketChannel.open()) {
      socket.bind(new InetSocketAddress("127.0.0.1", 0));
      other.bind(new InetSocketAddress("127.0.0.1", 0));
      early.addAll(List.of(other, socket));
      InetSocketAddress address = (InetSocketAddress) socket.getLocalAddress();
      HandedSockets handed = HandedSockets.none(NioServerSocketChannel::new);
      assertThat(handed.take(address, early).map(ServerChannel::localAddress)).contains(address);
      assertThat(early).containsExactly(other);
      assertThat(handed.take(address, early)).isEmpty();
    }
  }

  @Test
  void closesWhatCannotBeAdopted() throws Exception {
    Queue<ServerSocketChannel> early = new ConcurrentLinkedQueue<>();
    try (ServerSocketChannel socket = ServerSocketChannel.open()) {
      socket.bind(new InetSocketAddress("127.0.0.1", 0));
      early.add(socket);
      InetSocketAddress address = (InetSocketAddress) socket.getLocalAddress();
      HandedSockets handed =
          HandedSockets.none(
              any -> {
                throw new IOException("not on this JDK");
              });
      assertThat(handed.take(address, early)).isEmpty();
      assertThat(socket.isOpen()).isFalse();
      assertThat(early).isEmpty();
    }
  }

  private static Optional<ServerChannel> take(HandedSockets handed, InetSocketAddress address) {
    return handed.take(address, new ConcurrentLinkedQueue<>());
  }

  private HandedSockets handed(Map<String, String> environment) {
    int descriptor = ((EpollServerSocketChannel) open).fd().intValue();
    return HandedSockets.of(
        environment, PID, descriptor, EpollServerSocketChannel::new, NioServerSocketChannel::new);
  }
}
