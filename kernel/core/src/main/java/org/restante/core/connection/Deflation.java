package org.restante.core.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Deflater;

/**
 * Compresses what is sent, chunk by chunk. Each chunk starts without history and ends on an octet
 * boundary, so that no connection needs a compressor of its own: one that is not sending holds
 * none, and the few that are share those that are spare.
 *
 * @rfc 4978 4
 */
final class Deflation {
  private static final BlockingQueue<Deflater> SPARE =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
  private static final int ROOM = 4096;

  private Deflation() {}

  /** The compressed form of a chunk, which is released. */
  static ByteBuf compressed(ByteBuf plain, ByteBufAllocator allocator) {
    Deflater spare = SPARE.poll();
    Deflater deflater = spare == null ? new Deflater(Deflater.DEFAULT_COMPRESSION, true) : spare;
    ByteBuf compressed = allocator.buffer(plain.readableBytes() / 2 + ROOM);
    try {
      deflater.setInput(plain.nioBuffer());
      while (deflate(deflater, compressed)) {
        compressed.ensureWritable(ROOM);
      }
      return compressed;
    } finally {
      plain.release();
      deflater.reset();
      if (!SPARE.offer(deflater)) {
        deflater.end();
      }
    }
  }

  /** Whether there is more than there was room for. */
  private static boolean deflate(Deflater deflater, ByteBuf into) {
    ByteBuffer room = into.nioBuffer(into.writerIndex(), into.writableBytes());
    int count = deflater.deflate(room, Deflater.SYNC_FLUSH);
    into.writerIndex(into.writerIndex() + count);
    return !into.isWritable();
  }
}
