package org.restante.core.deploy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A thread that asks a guard until it complains, its time is over, or nobody wants to know. */
final class Watch {
  private static final Duration PERIOD = Duration.ofMillis(250);

  private final Guard guard;
  private final Duration limit;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Watch(Guard guard, Duration limit) {
    this.guard = guard;
    this.limit = limit;
  }

  /**
   * Begins one.
   *
   * @param limit zero: for ever
   * @param complaint is told what is wrong; the watch has ended then
   * @param over is told when the time is over
   */
  static Watch begin(
      String name,
      Guard guard,
      Duration limit,
      BiConsumer<Watch, String> complaint,
      Consumer<Watch> over) {
    Watch watch = new Watch(guard, limit);
    // A platform thread: what follows blocks in the framework's monitors.
    Thread.ofPlatform()
        .daemon()
        .name("guard-" + name)
        .inheritInheritableThreadLocals(false)
        .start(() -> watch.run(complaint, over));
    return watch;
  }

  /** It ends without a word. */
  void end() {
    ended.countDown();
  }

  /** How long it goes on. */
  Duration left() {
    return limit.minus(guard.age());
  }

  private void run(BiConsumer<Watch, String> complaint, Consumer<Watch> over) {
    try {
      Optional<String> problem = Optional.empty();
      while (problem.isEmpty() && (limit.isZero() || left().isPositive())) {
        if (ended.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        problem = guard.complaint();
      }
      problem.ifPresentOrElse(what -> complaint.accept(this, what), () -> over.accept(this));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
