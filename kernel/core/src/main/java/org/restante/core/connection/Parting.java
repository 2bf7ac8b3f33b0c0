package org.restante.core.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a channel so that the last reply arrives: all is sent, then our end of the stream; what
 * the client still sends is read and dropped for a moment, since closing over unread input would
 * reset the connection and take the reply with it.
 */
final class Parting {
  private static final Duration LINGER = Duration.ofSeconds(1);

  private Parting() {}

  static void begin(DuplexChannel channel, Duration limit) {
    channel.eventLoop().execute(() -> send(channel, limit));
  }

  private static void send(DuplexChannel channel, Duration limit) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    ChannelFuture sent =
        tls == null ? channel.writeAndFlush(Unpooled.EMPTY_BUFFER) : tls.closeOutbound();
    closeAfter(channel, limit);
    sent.addListener(
        done -> {
          if (!done.isSuccess() || channel.isInputShutdown()) {
            channel.close();
          } else {
            channel.shutdownOutput();
            channel.read();
            closeAfter(channel, LINGER);
          }
        });
  }

  private static void closeAfter(DuplexChannel channel, Duration time) {
    var timer =
        channel.eventLoop().schedule(() -> channel.close(), time.toMillis(), TimeUnit.MILLISECONDS);
    channel.closeFuture().addListener(closed -> timer.cancel(false));
  }
}
