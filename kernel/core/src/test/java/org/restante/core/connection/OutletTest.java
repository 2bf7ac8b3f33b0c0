package org.restante.core.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.core.guard.Budget;
import org.restante.core.meter.KernelMeters;
import org.restante.core.transport.DirectWriter;

class OutletTest {
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final WireMeter wire = new WireMeter(new KernelMeters(registry).protocol("echo"));
  private final Queue<ChannelPromise> underWay = new ArrayDeque<>();
  private final EmbeddedChannel channel = new EmbeddedChannel(new Slow(), wire);
  private final Budget budget = Budget.unlimited();
  private final StringBuilder socket = new StringBuilder();

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void theLastChunkGoesToTheSocket() {
    ByteBuf chunk = chunk("OK");
    outlet(this::takesAll).sendLast(chunk, budget);

    assertThat(socket).hasToString("OK");
    assertThat(chunk.refCnt()).isZero();
    assertThat(sentByChannel()).isEmpty();
    assertThat(budget.octets()).isZero();
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void whatTheSocketDoesNotTakeGoesToTheChannelAndCountsOnce() {
    outlet(octets -> takes(octets, 3)).sendLast(chunk("OK done"), budget);

    assertThat(socket).hasToString("OK ");
    assertThat(budget.octets()).isEqualTo(4);
    assertThat(sentByChannel()).isEqualTo("done");
    assertThat(budget.octets()).isZero();
    assertThat(counted()).isEqualTo(7);
  }

  @Test
  void nothingOvertakesWhatIsInTheChannel() {
    Outlet outlet = outlet(this::takesAll);
    outlet.send(chunk("first "), budget);
    outlet.sendLast(chunk("second "), budget);

    assertThat(socket).isEmpty();
    assertThat(sentByChannel()).isEqualTo("first second ");
    outlet.sendLast(chunk("third"), budget);
    assertThat(socket).hasToString("third");
  }

  @Test
  void whatIsEncryptedGoesToTheChannel() {
    Outlet outlet = outlet(this::takesAll);
    outlet.encrypted();
    outlet.sendLast(chunk("OK"), budget);

    assertThat(socket).isEmpty();
    assertThat(sentByChannel()).isEqualTo("OK");
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void theChannelFindsTheSocketBrokenItself() {
    outlet(
            octets -> {
              throw new IOException("reset by the client");
            })
        .sendLast(chunk("OK"), budget);

    assertThat(sentByChannel()).isEqualTo("OK");
  }

  @Test
  void nothingIsSentOnAClosedChannel() {
    channel.close();
    channel.runPendingTasks();
    ByteBuf chunk = chunk("OK");
    outlet(octets -> 0).sendLast(chunk, budget);

    assertThat(chunk.refCnt()).isZero();
    assertThat(budget.octets()).isZero();
  }

  private Outlet outlet(DirectWriter writer) {
    return new Outlet(channel, wire, writer);
  }

  private ByteBuf chunk(String text) {
    return channel.alloc().directBuffer().writeBytes(text.getBytes(US_ASCII));
  }

  private int takesAll(ByteBuffer octets) {
    return takes(octets, octets.remaining());
  }

  private int takes(ByteBuffer octets, int most) {
    byte[] taken = new byte[most];
    octets.duplicate().get(taken);
    socket.append(new String(taken, US_ASCII));
    return most;
  }

  private String sentByChannel() {
    StringBuilder all = new StringBuilder();
    for (ByteBuf sent = channel.readOutbound(); sent != null; sent = channel.readOutbound()) {
      all.append(sent.toString(US_ASCII));
      sent.release();
    }
    underWay.forEach(ChannelPromise::setSuccess);
    underWay.clear();
    channel.runPendingTasks();
    return all.toString();
  }

  private double counted() {
    return registry.get("restante.network.io").tag("direction", "out").counter().count();
  }

  /** Says that something is sent only when the test has seen it. */
  private final class Slow extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      underWay.add(promise);
      context.write(message, context.newPromise());
    }
  }
}
