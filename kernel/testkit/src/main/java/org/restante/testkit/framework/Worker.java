package org.restante.testkit.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A session that repeats a step until it is told to end, and how long its steps took. */
public final class Worker implements Callable<Integer> {

  private final AutoCloseable client;
  private final IntConsumer step;
  private final Semaphore taken = new Semaphore(0);
  private volatile boolean ended;
  private volatile long longestMillis;

  /** The step gets its number, from zero. */
  public Worker(AutoCloseable client, IntConsumer step) {
    this.client = client;
    this.step = step;
  }

  @Override
  public Integer call() throws Exception {
    int number = 0;
    try (client) {
      while (!ended) {
        long begin = System.nanoTime();
        step.accept(number);
        longestMillis = Math.max(longestMillis, (System.nanoTime() - begin) / 1_000_000);
        number++;
        taken.release();
      }
    } finally {
      taken.release(2); // who waits for a step need not wait for one that never comes
    }
    return number;
  }

  /** Waits for a step that begins and ends from now on, or for the end of the session. */
  public void awaitStep() throws InterruptedException {
    taken.drainPermits();
    assertThat(taken.tryAcquire(2, 30, TimeUnit.SECONDS)).as("the session goes on").isTrue();
  }

  /** After the step that it is at. */
  public void end() {
    ended = true;
  }

  /** Of its steps. */
  public long longestMillis() {
    return longestMillis;
  }
}
