package org.restante.bench.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A connection that says its lines, each when the answer to the one before has come, and listens
 * from then on. Of the fleet's event loop.
 */
final class FleetClient extends SimpleChannelInboundHandler<ByteBuf> implements AutoCloseable {
  private final Channel channel;
  private final Deque<Step> steps;
  private volatile Listener listener;
  private final CompletableFuture<FleetClient> ready = new CompletableFuture<>();

  /**
   * One step of the dialogue.
   *
   * @param awaited how the answer begins
   * @param said the line that follows it; empty for none
   */
  record Step(String awaited, String said) {

    /** Its tag, for an answer that is a refusal. */
    String tag() {
      return awaited.substring(0, awaited.indexOf(' ') + 1);
    }
  }

  /** Gets the lines that come behind the dialogue. */
  @FunctionalInterface
  interface Listener {
    void line(FleetClient client, String line);
  }

  FleetClient(Channel channel, List<Step> steps, Listener listener) {
    this.channel = channel;
    this.steps = new ArrayDeque<>(steps);
    this.listener = listener;
  }

  /** Complete when the dialogue is over; failed where the server has refused a line of it. */
  CompletableFuture<FleetClient> ready() {
    return ready;
  }

  /** Who gets the lines from now on. */
  void listen(Listener next) {
    listener = next;
  }

  /** Where its lines are read. */
  EventExecutor loop() {
    return channel.eventLoop();
  }

  /** Says a line. */
  void say(String line) {
    channel.writeAndFlush(Unpooled.copiedBuffer(line + "\r\n", ISO_8859_1));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf octets) {
    String line = octets.toString(ISO_8859_1);
    Step step = steps.peek();
    if (step == null) {
      listener.line(this, line);
    } else if (line.startsWith(step.awaited())) {
      steps.remove();
      goOn(step);
    } else if (!step.tag().isEmpty() && !step.tag().equals("* ") && line.startsWith(step.tag())) {
      ready.completeExceptionally(new IOException("not " + step.awaited() + ": " + line));
    }
  }

  private void goOn(Step done) {
    if (!done.said().isEmpty()) {
      say(done.said());
    }
    if (steps.isEmpty()) {
      ready.complete(this);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ready.completeExceptionally(new IOException("the server has closed the connection"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    ready.completeExceptionally(cause);
    context.close();
  }

  @Override
  public void close() {
    channel.close();
  }
}
