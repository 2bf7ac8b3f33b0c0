package org.restante.core.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.core.meter.KernelMeters;

class EpollSocketTest {
  private static final int CONNECTIONS = 300;

  private final BlockingQueue<Accepted> accepted = new LinkedBlockingQueue<>();
  private EventLoops loops;
  private int port;

  private record Accepted(Channel channel, DirectWriter writer) {}

  @BeforeEach
  void listen() {
    assumeTrue(Epoll.isAvailable());
    loops = new EventLoops(new KernelMeters(new SimpleMeterRegistry()));
    Channel listening =
        new ServerBootstrap()
            .group(loops.group())
            .channel(loops.serverChannel())
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(accepting())
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
    port = ((InetSocketAddress) listening.localAddress()).getPort();
  }

  @AfterEach
  void close() {
    if (loops != null) {
      loops.close();
    }
  }

  @Test
  void anyThreadWritesToAnOpenSocket() throws Exception {
    try (Socket client = connect()) {
      assertThat(accepted.take().writer().write(octets("* OK"))).isEqualTo(4);
      assertThat(client.getInputStream().readNBytes(4)).isEqualTo("* OK".getBytes(US_ASCII));
    }
  }

  @Test
  void aSocketWhoseClientReadsNothingTakesNoMore() throws Exception {
    try (Socket client = connect()) {
      DirectWriter writer = accepted.take().writer();
      ByteBuffer much = ByteBuffer.allocateDirect(1 << 20);
      long taken = 0;
      for (int count = writer.write(much); count > 0; count = writer.write(much)) {
        taken += count;
      }
      assertThat(client.getInputStream().readNBytes((int) taken)).hasSize((int) taken);
    }
  }

  /** The next connection mostly has the descriptor of the one before it. */
  @Test
  void whoWritesOnNeverReachesTheNextConnection() throws Exception {
    for (int number = 0; number < CONNECTIONS; number++) {
      try (Socket client = connect()) {
        Accepted connection = accepted.take();
        byte own = (byte) number;
        CountDownLatch begun = new CountDownLatch(1);
        Thread writing = Thread.ofVirtual().start(() -> writeOn(connection, own, begun));
        begun.await();
        connection.channel().close();
        for (byte octet : client.getInputStream().readAllBytes()) {
          assertThat(octet).isEqualTo(own);
        }
        connection.channel().closeFuture().await();
        writing.join();
        assertThat(connection.writer().write(octets("late"))).isZero();
      }
    }
  }

  private static void writeOn(Accepted connection, byte octet, CountDownLatch begun) {
    ByteBuffer one = ByteBuffer.allocateDirect(1).put(0, octet);
    try {
      while (connection.channel().isOpen()) {
        connection.writer().write(one);
        begun.countDown();
      }
    } catch (IOException e) {
      throw new AssertionError("only a client breaks a connection", e);
    }
  }

  private ChannelHandler accepting() {
    return new ChannelInitializer<Channel>() {
      @Override
      protected void initChannel(Channel channel) {
        accepted.add(new Accepted(channel, loops.writer(channel)));
      }
    };
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private static ByteBuffer octets(String text) {
    byte[] octets = text.getBytes(US_ASCII);
    return ByteBuffer.allocateDirect(octets.length).put(0, octets);
  }
}
