package org.restante.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/**
 * @rfc 4978 3
 */
class InflationTest {
  /** Wherever packets end: a few octets stand for many pieces, the last of which may be full. */
  @Test
  void deliversAllHoweverTheInputIsCut() throws IOException {
    byte[] packet = deflated(new byte[1_000_000]);
    for (int size = 1; size <= packet.length; size++) {
      EmbeddedChannel channel = new EmbeddedChannel(new Inflation());
      channel.config().setAutoRead(false);
      long delivered = 0;
      for (int at = 0; at < packet.length; at += size) {
        channel.writeInbound(direct(packet, at, Math.min(size, packet.length - at)));
        long before;
        do {
          before = delivered;
          channel.read();
          channel.runPendingTasks();
          delivered += taken(channel);
        } while (delivered > before);
      }
      assertThat(delivered).as("packets of %d octets", size).isEqualTo(1_000_000);
      channel.finishAndReleaseAll();
    }
  }

  private static ByteBuf direct(byte[] octets, int offset, int length) {
    return Unpooled.directBuffer(length).writeBytes(octets, offset, length);
  }

  private static long taken(EmbeddedChannel channel) {
    long octets = 0;
    for (ByteBuf piece = channel.readInbound(); piece != null; piece = channel.readInbound()) {
      octets += piece.readableBytes();
      piece.release();
    }
    return octets;
  }

  private static byte[] deflated(byte[] octets) throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packet, new Deflater(Deflater.DEFAULT_COMPRESSION, true), true)) {
      out.write(octets);
      out.flush();
      return packet.toByteArray();
    }
  }
}
