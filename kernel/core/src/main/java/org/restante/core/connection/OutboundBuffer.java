package org.restante.core.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.core.guard.Budget;
import org.restante.protocol.ConnectionLost;

/**
 * Replies on their way out: gathered into chunks by the conversation's thread, which waits while
 * the channel holds more than its high water mark. Without replies there is no chunk.
 */
final class OutboundBuffer {
  private static final int CHUNK = 16 * 1024;
  private static final int FIRST_CHUNK = 512;
  private static final int LATER_CHUNK = 32 * 1024; // of long replies: the loop is woken less often

  private final Channel channel;
  private final Outlet outlet;
  private final Duration stall;
  private final Consumer<Duration> held;
  private final Wait wait;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition writable = lock.newCondition();
  private Budget budget =
      Budget.unlimited(); // this and the three below: of the conversation's thread
  private @Nullable ByteBuf chunk;
  private boolean goingOn; // a chunk of this reply is on its way
  private boolean compressing;

  /**
   * An empty buffer.
   *
   * @param outlet of that channel
   * @param stall how long the client may leave replies unread
   * @param held is told how long a reply waited for the client
   * @param wait is told when a session waits for the client
   */
  OutboundBuffer(
      Channel channel, Outlet outlet, Duration stall, Consumer<Duration> held, Wait wait) {
    this.wait = wait;
    this.channel = channel;
    this.outlet = outlet;
    this.stall = stall;
    this.held = held;
  }

  void write(byte[] octets, int offset, int length) {
    int done = 0;
    while (done < length) {
      ByteBuf current = chunk == null ? begin(length - done) : chunk;
      int count = Math.min(length - done, current.maxWritableBytes());
      current.writeBytes(octets, offset + done, count);
      done += count;
      if (current.maxWritableBytes() == 0) {
        outlet.send(ready(), budget);
        goingOn = true;
      }
    }
  }

  /** Sends the chunk, as soon as the channel takes more: nothing follows for now. */
  void flush() {
    goingOn = false;
    if (chunk != null) {
      outlet.sendLast(ready(), budget);
    }
  }

  /** From now on this budget counts what is on its way. */
  void count(Budget next) {
    budget = next;
  }

  /** What is written from now on is compressed. */
  void compress() {
    compressing = true;
  }

  /** The chunk, which is the caller's now; null if there is none. */
  @Nullable ByteBuf take() {
    ByteBuf taken = chunk;
    chunk = null;
    return taken;
  }

  /** Drops what is not sent. */
  void drop() {
    ByteBuf taken = take();
    if (taken != null) {
      taken.release();
    }
  }

  /** The channel takes more, or nothing any more. */
  void writabilityChanged() {
    lock.lock();
    try {
      writable.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private ByteBuf ready() {
    awaitWritable();
    ByteBuf taken = Objects.requireNonNull(take());
    return compressing ? Deflation.compressed(taken, channel.alloc()) : taken;
  }

  private ByteBuf begin(int expected) {
    int most = goingOn ? LATER_CHUNK : CHUNK;
    int size = goingOn && expected >= CHUNK / 2 ? most : Math.max(FIRST_CHUNK, expected);
    ByteBuf fresh = channel.alloc().buffer(Math.min(most, size), most);
    chunk = fresh;
    return fresh;
  }

  private void awaitWritable() {
    if (channel.isWritable()) {
      return;
    }
    long start = System.nanoTime();
    wait.begin();
    try {
      if (!awaitSignals(stall.toNanos())) {
        channel.close();
        throw new ConnectionLost("the client left replies unread for " + stall, null);
      }
    } finally {
      held.accept(Duration.ofNanos(System.nanoTime() - start));
      wait.end();
    }
  }

  private boolean awaitSignals(long limit) {
    long left = limit;
    lock.lock();
    try {
      while (!channel.isWritable() && left > 0) {
        if (!channel.isActive()) {
          throw new ConnectionLost("the client went away", null);
        }
        left = writable.awaitNanos(left);
      }
      return left > 0;
    } catch (InterruptedException e) {
      throw new ConnectionLost("interrupted", e);
    } finally {
      lock.unlock();
    }
  }
}
