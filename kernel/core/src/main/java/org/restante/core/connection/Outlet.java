package org.restante.core.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.restante.core.guard.Budget;
import org.restante.core.transport.DirectWriter;

/**
 * Where chunks go out: to the channel, whose event loop sends while the conversation goes on; or,
 * as the last one for now, to the socket itself, if nothing is left in the channel. That spares a
 * reply the way by the event loop, which mostly would have to be woken for it.
 */
final class Outlet {
  private final Channel channel;
  private final WireMeter wire;
  private final DirectWriter socket;
  private final AtomicInteger inChannel = new AtomicInteger(); // chunks
  private volatile boolean encrypted;

  /**
   * Of a channel without TLS yet.
   *
   * @param wire the channel's handler next to the socket
   */
  Outlet(Channel channel, WireMeter wire, DirectWriter socket) {
    this.channel = channel;
    this.wire = wire;
    this.socket = socket;
  }

  /** From now on the channel encrypts what is sent. */
  void encrypted() {
    encrypted = true;
  }

  /**
   * Sends a chunk that more is behind of, or that the event loop sends itself.
   *
   * @param budget counts it while it is under way
   */
  void send(ByteBuf chunk, Budget budget) {
    int octets = begin(chunk, budget);
    end(channel.writeAndFlush(chunk), octets, budget);
  }

  /** Sends the last chunk for now; only for the conversation's thread. */
  void sendLast(ByteBuf chunk, Budget budget) {
    if (encrypted || inChannel.get() > 0) {
      send(chunk, budget);
      return;
    }
    wire.sent(chunk.readableBytes());
    chunk.skipBytes(taken(chunk));
    if (chunk.isReadable()) {
      sendRest(chunk, budget);
    } else {
      chunk.release();
    }
  }

  /** By the channel, but not past the meter a second time, which a closed channel has no more. */
  private void sendRest(ByteBuf rest, Budget budget) {
    ChannelHandlerContext belowMeter = channel.pipeline().context(wire);
    if (belowMeter == null) {
      rest.release();
    } else {
      int octets = begin(rest, budget);
      end(belowMeter.writeAndFlush(rest), octets, budget);
    }
  }

  private int taken(ByteBuf chunk) {
    try {
      return socket.write(chunk.internalNioBuffer(chunk.readerIndex(), chunk.readableBytes()));
    } catch (IOException e) {
      return 0; // the channel finds it broken too, and ends it
    }
  }

  private int begin(ByteBuf chunk, Budget budget) {
    int octets = chunk.readableBytes();
    budget.add(octets);
    inChannel.incrementAndGet();
    return octets;
  }

  private void end(ChannelFuture sent, int octets, Budget budget) {
    sent.addListener(
        done -> {
          inChannel.decrementAndGet();
          budget.add(-octets);
        });
  }
}
