package org.restante.core.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the pipeline: tells the connection what happened to its channel. */
final class ChannelEvents extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelEvents.class);

  private final ClientConnection connection;

  ChannelEvents(ClientConnection connection) {
    this.connection = connection;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    connection.connected();
    context.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    connection.received((ByteBuf) message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (connection.readComplete()) {
      context.read();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    connection.writabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connection.lost();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake) {
      connection.handshakeEnded(handshake.cause());
    } else if (event instanceof ChannelInputShutdownEvent
        || event instanceof SslCloseCompletionEvent) {
      connection.inputEnded();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("connection {}: {}", connection.id(), cause.toString());
    context.close();
  }
}
