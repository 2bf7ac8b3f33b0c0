package org.restante.core.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.restante.core.meter.ProtocolMeters;

/** Counts octets on the wire, below TLS. */
@Sharable
final class WireMeter extends ChannelDuplexHandler {
  private final ProtocolMeters meters;

  WireMeter(ProtocolMeters meters) {
    this.meters = meters;
  }

  /** Octets go out, or will beside this handler. */
  void sent(int octets) {
    meters.sent(octets);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf octets) {
      meters.received(octets.readableBytes());
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf octets) {
      sent(octets.readableBytes());
    }
    context.write(message, promise);
  }
}
