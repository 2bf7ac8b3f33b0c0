package org.restante.core.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses what comes in, in pieces and only as fast as they are asked for: a few octets may
 * stand for many. Of the event loop.
 *
 * @rfc 4978 3
 */
final class Inflation extends ChannelDuplexHandler {
  private static final int PIECE = 8 * 1024;
  private static final int PIECES_AT_ONCE = 16;
  private static final byte[] NOTHING = {};

  private final Inflater inflater = new Inflater(true);
  private final Queue<ByteBuf> waiting = new ArrayDeque<>();
  private @Nullable ByteBuf current; // the inflater's input
  private boolean more; // in the inflater, although it may have no input
  private boolean delivering;
  private boolean wanted;
  private boolean ended;
  private @Nullable Object end; // to be told when all before it is delivered

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    waiting.add((ByteBuf) message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) throws DataFormatException {
    deliver(context);
  }

  @Override
  public void read(ChannelHandlerContext context) throws DataFormatException {
    wanted = true;
    if (!delivering && hasMore()) {
      deliver(context);
    } else if (!delivering) {
      readOn(context);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    boolean isEnd =
        event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent;
    ended |= isEnd;
    if (isEnd && hasMore()) {
      end = event;
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    waiting.forEach(ByteBuf::release);
    waiting.clear();
    more = false;
    drop();
    inflater.end();
  }

  /** Behind its end nothing is read: epoll may not know the channel any more, and fails. */
  private void readOn(ChannelHandlerContext context) {
    wanted = false;
    if (!ended) {
      context.read();
    }
  }

  private boolean hasMore() {
    return more || current != null || !waiting.isEmpty();
  }

  /** Hands on pieces while they are wanted; others get their turn of the event loop in between. */
  private void deliver(ChannelHandlerContext context) throws DataFormatException {
    if (context.isRemoved()) {
      return;
    }
    delivering = true;
    try {
      int pieces = 0;
      do {
        wanted = false;
        deliverPiece(context);
        pieces++;
      } while (wanted && hasMore() && pieces < PIECES_AT_ONCE);
    } finally {
      delivering = false;
    }
    if (wanted && hasMore()) {
      context.executor().execute(context.channel()::read);
    } else if (wanted) {
      readOn(context);
    }
    tellEnd(context);
  }

  private void deliverPiece(ChannelHandlerContext context) throws DataFormatException {
    ByteBuf piece = context.alloc().buffer(PIECE, PIECE);
    boolean whole = false;
    try {
      inflate(piece);
      whole = piece.isReadable();
    } finally {
      if (!whole) {
        piece.release();
      }
    }
    if (whole) {
      context.fireChannelRead(piece);
    }
    context.fireChannelReadComplete();
  }

  private void inflate(ByteBuf piece) throws DataFormatException {
    boolean progress = true;
    while (piece.isWritable() && progress) {
      progress = feed();
      ByteBuffer room = piece.nioBuffer(piece.writerIndex(), piece.writableBytes());
      int count = inflater.inflate(room);
      piece.writerIndex(piece.writerIndex() + count);
      progress |= count > 0;
      if (inflater.finished()) {
        throw new DataFormatException("the client ended its compressed stream");
      }
      if (inflater.needsInput()) {
        drop();
      }
    }
    more = !piece.isWritable();
  }

  /** Gives the inflater its next input; whether there was some. */
  private boolean feed() {
    if (current != null || waiting.isEmpty()) {
      return false;
    }
    ByteBuf next = waiting.remove();
    current = next;
    inflater.setInput(next.nioBuffer());
    return true;
  }

  private void drop() {
    if (current != null) {
      inflater.setInput(NOTHING); // it would touch the released buffer again
      current.release();
      current = null;
    }
  }

  private void tellEnd(ChannelHandlerContext context) {
    Object event = end;
    if (event != null && !hasMore()) {
      end = null;
      context.fireUserEventTriggered(event);
    }
  }
}
