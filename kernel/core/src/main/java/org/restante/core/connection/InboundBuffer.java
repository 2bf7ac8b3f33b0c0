package org.restante.core.connection;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.restante.core.guard.Budget;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.LineTooLong;

/**
 * Octets that came in and were not consumed. The event loop appends, the conversation's thread
 * takes; when it is full, the channel is not read until half of it is free.
 */
final class InboundBuffer {
  private static final int CAPACITY = 64 * 1024;
  private static final int LONGEST_SKIP = 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final OctetQueue octets = new OctetQueue();
  private final Runnable readChannel;
  private final Wait wait;
  private final int lineLimit;
  private Budget budget = Budget.unlimited();
  private int capacity;
  private long consumed;
  private boolean paused;
  private boolean ended;
  private boolean discarding;
  private boolean awaited;
  private @Nullable String interruption;

  /**
   * An empty buffer.
   *
   * @param lineLimit a line of this length must fit
   * @param readChannel asks the channel for more
   * @param wait is told when a session waits for more
   */
  InboundBuffer(int lineLimit, Runnable readChannel, Wait wait) {
    this.lineLimit = lineLimit;
    this.wait = wait;
    this.capacity = Math.max(CAPACITY, lineLimit + 2);
    this.readChannel = readChannel;
  }

  /** Takes the buffer over. */
  void append(ByteBuf input) {
    lock.lock();
    try {
      if (discarding) {
        input.release();
      } else {
        budget.add(input.readableBytes());
        octets.add(input);
        arrived.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** From now on this budget counts what lies here. */
  void count(Budget next) {
    lock.lock();
    try {
      budget.add(-octets.size());
      budget = next;
      budget.add(octets.size());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether the channel shall be read again now; if not, that happens when there is room. Over the
   * budget only those are read that wait for the rest of a line.
   */
  boolean readOn() {
    lock.lock();
    try {
      paused = octets.size() >= capacity || (budget.exceeded() && isReady(lineLimit));
      return !paused && !ended;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a session has something to do: a line is there, or more than a line may have. */
  boolean ready(int limit) {
    lock.lock();
    try {
      return isReady(limit);
    } finally {
      lock.unlock();
    }
  }

  private boolean isReady(int limit) {
    return octets.size() > limit || octets.firstLineFeed() >= 0;
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return octets.size() == 0;
    } finally {
      lock.unlock();
    }
  }

  boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a session waits for input now. */
  boolean awaited() {
    lock.lock();
    try {
      return awaited;
    } finally {
      lock.unlock();
    }
  }

  /** Octets taken so far: a turn that takes none would be repeated for ever. */
  long consumed() {
    lock.lock();
    try {
      return consumed;
    } finally {
      lock.unlock();
    }
  }

  /** No more will come. */
  void end() {
    lock.lock();
    try {
      ended = true;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends waiting, now and later. */
  void interrupt(String why) {
    lock.lock();
    try {
      interruption = why;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Drops what is there. */
  void clear() {
    lock.lock();
    try {
      consumedNow(octets.skip(octets.size()));
    } finally {
      lock.unlock();
    }
  }

  /** Drops what is there and all that comes. */
  void discard() {
    lock.lock();
    try {
      discarding = true;
      clear();
    } finally {
      lock.unlock();
    }
  }

  /** See {@link org.restante.protocol.Connection#readLine}; {@code dry} is run before it waits. */
  byte[] readLine(int limit, Runnable dry) {
    int known = 0;
    while (true) {
      byte[] line = pollLine(limit);
      if (line != null) {
        return line;
      }
      known = await(known, dry);
    }
  }

  /** See {@link org.restante.protocol.Connection#read}; {@code dry} is run before it waits. */
  int read(byte[] into, int offset, int length, Runnable dry) {
    while (true) {
      lock.lock();
      try {
        int taken = octets.take(into, offset, length);
        if (taken > 0 || length == 0) {
          consumedNow(taken);
          return taken;
        }
      } finally {
        lock.unlock();
      }
      await(0, dry);
    }
  }

  private byte @Nullable [] pollLine(int limit) {
    try {
      return takeLine(limit);
    } finally {
      wait.end();
    }
  }

  private byte @Nullable [] takeLine(int limit) {
    lock.lock();
    try {
      capacity = Math.max(capacity, limit + 2);
      int end = octets.firstLineFeed();
      if (end < 0 && octets.size() <= limit + 1) {
        readOnIf(true); // the rest of the line must come, although more than half is full
        return null;
      }
      int length = end < 0 ? octets.size() : end - (octets.precededByReturn(end) ? 1 : 0);
      if (length > limit) {
        skipLine(limit);
        throw new LineTooLong(limit);
      }
      byte[] line = new byte[length];
      octets.take(line, 0, length);
      octets.skip(end + 1 - length);
      consumedNow(end + 1);
      return line;
    } finally {
      lock.unlock();
    }
  }

  private void skipLine(int limit) {
    long skipped = 0;
    while (true) {
      int end = octets.firstLineFeed();
      int octetsToSkip = end < 0 ? octets.size() : end + 1;
      skipped += octets.skip(octetsToSkip);
      consumedNow(octetsToSkip);
      if (end >= 0) {
        return;
      }
      if (skipped > (long) LONGEST_SKIP * limit) {
        interruption = "line of more than " + skipped + " octets";
      }
      awaitChange(0);
    }
  }

  private int await(int known, Runnable dry) {
    if (size() <= known) {
      dry.run();
    }
    try {
      return awaitLocked(known);
    } finally {
      wait.end();
    }
  }

  private int awaitLocked(int known) {
    lock.lock();
    try {
      awaitChange(known);
      return octets.size();
    } finally {
      lock.unlock();
    }
  }

  private int size() {
    lock.lock();
    try {
      return octets.size();
    } finally {
      lock.unlock();
    }
  }

  private void awaitChange(int known) {
    awaited = true;
    try {
      while (octets.size() <= known) {
        if (interruption != null || ended) {
          throw new ConnectionLost(interruption != null ? interruption : "no more input", null);
        }
        wait.begin();
        arrived.awaitUninterruptibly();
      }
    } finally {
      awaited = false;
    }
  }

  private void consumedNow(int count) {
    consumed += count;
    budget.add(-count);
    readOnIf(octets.size() <= capacity / 2);
  }

  private void readOnIf(boolean roomEnough) {
    if (paused && roomEnough && !ended) {
      paused = false;
      readChannel.run();
    }
  }
}
