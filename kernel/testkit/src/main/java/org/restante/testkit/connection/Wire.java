package org.restante.testkit.connection;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.restante.protocol.ConnectionLost;

/**
 * Both directions of a connection, and the one lock of it. Everything that anybody waits for is a
 * change under this lock.
 */
final class Wire {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  final OctetQueue toServer = new OctetQueue();
  final OctetQueue unflushed = new OctetQueue();
  final OctetQueue toClient = new OctetQueue();

  boolean clientClosed;
  boolean serverClosed;
  boolean readsExpired;

  /** What the session waits for; already true where it does not wait. */
  BooleanSupplier serverNeeds = () -> true;

  boolean handshakeAsked;

  /** Runs a step under the lock and tells everybody who waits. */
  <T> T locked(Supplier<T> step) {
    lock.lock();
    try {
      T result = step.get();
      changed.signalAll();
      return result;
    } finally {
      lock.unlock();
    }
  }

  void locked(Runnable step) {
    locked(
        () -> {
          step.run();
          return true;
        });
  }

  /** Waits under the lock; returns whether the condition came true in time. */
  boolean await(BooleanSupplier condition, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionLost("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /** The session waits for the client to make the condition true. */
  void awaitClient(BooleanSupplier condition) {
    locked(() -> serverNeeds = condition);
    awaitForever(() -> !serverStarved());
    boolean met =
        locked(
            () -> {
              serverNeeds = () -> true;
              return condition.getAsBoolean();
            });
    if (!met) {
      throw new ConnectionLost(readsExpired ? "the client was silent" : "the client left", null);
    }
  }

  /** The session waits for something that only the client can do. Under the lock. */
  boolean serverStarved() {
    return !serverNeeds.getAsBoolean() && !clientClosed && !readsExpired;
  }

  void flush() {
    locked(
        () -> {
          byte[] octets = unflushed.take(unflushed.size());
          toClient.add(octets, 0, octets.length);
        });
  }

  private void awaitForever(BooleanSupplier condition) {
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        changed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionLost("interrupted", e);
    } finally {
      lock.unlock();
    }
  }
}
