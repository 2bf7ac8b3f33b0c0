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
import java.net.InetSocketAddress;
import java.util.Map;
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
    assertThat(handed.take(new InetSocketAddress("127.0.0.1", 1))).isEmpty();
    assertThat(handed.take(new InetSocketAddress("0.0.0.0", address.getPort()))).isEmpty();
    assertThat(handed.take(address).map(ServerChannel::localAddress)).contains(address);
    assertThat(handed.take(address)).isEmpty();
  }

  @Test
  void takesNoneThatIsMeantForAnotherProcess() {
    InetSocketAddress address = (InetSocketAddress) open.localAddress();
    assertThat(handed(Map.of("LISTEN_PID", "8", "LISTEN_FDS", "1")).take(address)).isEmpty();
    assertThat(handed(Map.of()).take(address)).isEmpty();
  }

  private HandedSockets handed(Map<String, String> environment) {
    int descriptor = ((EpollServerSocketChannel) open).fd().intValue();
    return HandedSockets.of(environment, PID, descriptor, EpollServerSocketChannel::new);
  }
}
