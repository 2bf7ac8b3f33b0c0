package org.restante.bench.fleet;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections, all on one event loop: threads of their own would take the processor from the
 * server, and their waking would be measured as its.
 */
final class Fleet implements AutoCloseable {
  private static final int LONGEST_LINE = 8192;

  private final FleetOptions options;
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final @Nullable SslContext tls;

  Fleet(FleetOptions options) throws SSLException {
    this.options = options;
    this.tls =
        options.tls()
            ? SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm(null)
                .build()
            : null;
  }

  /** Connects; the client is there when its dialogue is over. */
  CompletableFuture<FleetClient> open(List<FleetClient.Step> steps, FleetClient.Listener listener) {
    CompletableFuture<FleetClient> open = new CompletableFuture<>();
    new Bootstrap()
        .group(loop)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                prepare(channel, new FleetClient(channel, steps, listener), open);
              }
            })
        .connect(options.host(), options.port())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                open.completeExceptionally(connected.cause());
              }
            });
    return open;
  }

  private void prepare(Channel channel, FleetClient client, CompletableFuture<FleetClient> open) {
    client
        .ready()
        .whenComplete(
            (ready, failure) -> {
              if (failure == null) {
                open.complete(ready);
              } else {
                open.completeExceptionally(failure);
              }
            });
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc()));
    }
    channel.pipeline().addLast(new LineBasedFrameDecoder(LONGEST_LINE), client);
  }

  @Override
  public void close() {
    loop.shutdownGracefully();
  }
}
