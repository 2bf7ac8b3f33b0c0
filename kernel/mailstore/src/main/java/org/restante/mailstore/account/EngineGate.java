package org.restante.mailstore.account;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.StorageFull;
import org.restante.refusal.DiskFull;
import org.restante.refusal.StoreUnavailable;

/**
 * Where calls wait while there is no engine. A call that finds its engine closing is made again on
 * the next one: nothing of it has been applied.
 */
public final class EngineGate {
  private final Duration wait;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile @Nullable OpenEngine open;
  private volatile String reason = "no engine is there yet";

  /** Calls wait this long at most. */
  public EngineGate(Duration wait) {
    this.wait = wait;
  }

  /** Lets calls through to this engine from now on. */
  public void open(OpenEngine engine) {
    lock.lock();
    try {
      open = engine;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Makes calls wait if it is the present engine that goes; the reason is for the log. */
  public void close(Predicate<OpenEngine> goes, String why) {
    lock.lock();
    try {
      OpenEngine present = open;
      if (present != null && goes.test(present)) {
        open = null;
        reason = why;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says why there is no engine. */
  public void refuse(String why) {
    reason = why;
  }

  /** The engine that is there now, if one is. */
  public @Nullable OpenEngine present() {
    return open;
  }

  /**
   * Makes a call on the engine.
   *
   * @throws StoreUnavailable if none serves it in time
   * @throws DiskFull if it has no room for what the call writes
   */
  public <T> T call(Function<OpenEngine, T> call) {
    long deadline = System.nanoTime() + wait.toNanos();
    OpenEngine failed = null;
    while (true) {
      OpenEngine engine = next(failed, deadline);
      try {
        return call.apply(engine);
      } catch (EngineUnavailable e) {
        failed = engine;
        reason = String.valueOf(e.getMessage());
      } catch (StorageFull e) {
        throw new DiskFull(String.valueOf(e.getMessage()), e);
      } catch (EngineException e) {
        throw new StoreUnavailable("the engine failed: " + e.getMessage(), e);
      }
    }
  }

  private OpenEngine next(@Nullable OpenEngine failed, long deadline) {
    OpenEngine present = open;
    return present != null && present != failed ? present : await(failed, deadline);
  }

  private OpenEngine await(@Nullable OpenEngine failed, long deadline) {
    lock.lock();
    try {
      OpenEngine present = open;
      while (present == null || present == failed) {
        if (!pause(deadline - System.nanoTime())) {
          throw new StoreUnavailable(reason, null);
        }
        present = open;
      }
      return present;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a change; false where the time is over. */
  @SuppressWarnings("WaitNotInLoop") // the caller loops
  private boolean pause(long nanos) {
    try {
      return nanos > 0 && changed.awaitNanos(nanos) > 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted while waiting for the engine", e);
    }
  }
}
