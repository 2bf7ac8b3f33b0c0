package org.restante.core.connection;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection's timers on its event loop: one for silence, one for the session's own use. */
final class SessionClock {
  private final EventExecutor loop;
  private final Runnable wake;
  private final Runnable silence;
  private volatile long lastActivity = System.nanoTime();
  private volatile long limit;
  private boolean stopped; // this and the timers: of the event loop
  private @Nullable ScheduledFuture<?> silenceTimer;
  private @Nullable ScheduledFuture<?> wakeTimer;

  SessionClock(EventExecutor loop, Runnable wake, Runnable silence) {
    this.loop = loop;
    this.wake = wake;
    this.silence = silence;
  }

  /** Something happened: silence is counted from now. */
  void touch() {
    lastActivity = System.nanoTime();
  }

  /** How long nothing may happen; zero: for ever. */
  void silenceLimit(Duration duration) {
    touch();
    limit = duration.toNanos();
    onLoop(
        () -> {
          cancel(silenceTimer);
          silenceTimer = schedule(this::checkSilence, limit);
        });
  }

  /** Replaces the session's timer; zero ends it. */
  void wakeAfter(Duration delay) {
    onLoop(
        () -> {
          cancel(wakeTimer);
          wakeTimer = schedule(wake, delay.toNanos());
        });
  }

  /** Ends both for good. */
  void stop() {
    onLoop(
        () -> {
          stopped = true;
          cancel(silenceTimer);
          cancel(wakeTimer);
        });
  }

  private void checkSilence() {
    long left = limit - (System.nanoTime() - lastActivity);
    if (left <= 0) {
      touch();
      silence.run();
      left = limit;
    }
    silenceTimer = schedule(this::checkSilence, left);
  }

  private @Nullable ScheduledFuture<?> schedule(Runnable task, long nanos) {
    return nanos <= 0 || stopped ? null : loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
  }

  private static void cancel(@Nullable ScheduledFuture<?> timer) {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void onLoop(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      lastActivity = 0; // the loops have ended, and with them all timers
    }
  }
}
