package org.restante.core.connection;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A connection's timers on its event loop: one for silence, one for the session's own use. A timer
 * that is put off stays where it is, and looks how much is left when it comes: a session that puts
 * it off with every word must not wake the loop each time.
 */
final class SessionClock {
  private static final long NEVER = 0;

  private final EventExecutor loop;
  private final Runnable wake;
  private final Runnable silence;
  private volatile long lastActivity;
  private volatile long limit;
  private final AtomicLong wakeDue = new AtomicLong(NEVER);
  private volatile long wakeTimerDue = NEVER; // of the event loop, others look
  private boolean stopped; // this and the timers: of the event loop
  private @Nullable ScheduledFuture<?> silenceTimer;
  private @Nullable ScheduledFuture<?> wakeTimer;

  SessionClock(EventExecutor loop, Runnable wake, Runnable silence) {
    this.loop = loop;
    this.wake = wake;
    this.silence = silence;
    this.lastActivity = now();
  }

  /** Something happened: silence is counted from now. */
  void touch() {
    lastActivity = now();
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
    long due = delay.isPositive() ? dueIn(delay.toNanos()) : NEVER;
    wakeDue.set(due);
    if (due != NEVER && !comesBy(due)) {
      onLoop(this::setWakeTimer);
    }
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
    long left = limit - (now() - lastActivity);
    if (left <= 0) {
      touch();
      silence.run();
      left = limit;
    }
    silenceTimer = schedule(this::checkSilence, left);
  }

  /** Whether the timer looks at what is due by then at the latest. */
  private boolean comesBy(long due) {
    long timer = wakeTimerDue;
    return timer != NEVER && timer - due <= 0;
  }

  private void setWakeTimer() {
    long due = wakeDue.get();
    if (due != NEVER && !comesBy(due)) {
      cancel(wakeTimer);
      wakeTimerDue = due;
      wakeTimer = schedule(this::checkWake, Math.max(1, due - now()));
    }
  }

  /** Looks behind the note that no timer comes: who puts it off meanwhile sees that, or is seen. */
  private void checkWake() {
    wakeTimerDue = NEVER;
    long due = wakeDue.get();
    if (due != NEVER && due - now() <= 0 && wakeDue.compareAndSet(due, NEVER)) {
      wake.run();
    }
    setWakeTimer();
  }

  private long dueIn(long nanos) {
    long due = now() + nanos;
    return due == NEVER ? due + 1 : due;
  }

  private long now() {
    return loop.ticker().nanoTime();
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
