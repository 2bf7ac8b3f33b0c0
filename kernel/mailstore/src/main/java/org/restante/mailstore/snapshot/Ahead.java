package org.restante.mailstore.snapshot;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made before it is needed, by another thread; who needs it before that thread
 * has begun makes it. Made once, for one taker; afterwards nothing holds it here, although the
 * other thread may not have come by yet.
 */
final class Ahead<T> {
  private volatile @Nullable FutureTask<@Nullable T> task;
  private volatile boolean dropped;

  Ahead(Supplier<T> make) {
    this.task = new FutureTask<>(() -> dropped ? null : make.get());
  }

  /** Has them made one after the other. */
  static void start(List<? extends Ahead<?>> all) {
    Thread.ofVirtual()
        .inheritInheritableThreadLocals(false) // nor a caller's context class loader
        .start(() -> all.forEach(Ahead::make));
  }

  /** Makes it on this thread; only once, and not where another thread does it. */
  void make() {
    FutureTask<@Nullable T> untaken = task;
    if (untaken != null) {
      untaken.run();
    }
  }

  /** Whether it is there, or the making has failed: then {@link #take} does not wait. */
  boolean isMade() {
    FutureTask<@Nullable T> untaken = task;
    return untaken == null || untaken.isDone();
  }

  /** The thing, as soon as it is there; fails as the making of it failed. */
  T take() {
    T made = made();
    if (made == null) {
      throw new IllegalStateException("it was taken or dropped");
    }
    return made;
  }

  /** Nobody takes it: what is made of it is disposed of. */
  void drop(Consumer<T> dispose) {
    dropped = true;
    T made;
    try {
      made = made();
    } catch (RuntimeException e) {
      return; // nobody asked for it
    }
    if (made != null) {
      dispose.accept(made);
    }
  }

  /** The making ends soon, also where the waiting thread was interrupted. */
  private @Nullable T made() {
    FutureTask<@Nullable T> making = task;
    if (making == null) {
      return null;
    }
    making.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return making.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e.getCause());
        }
      }
    } finally {
      task = null;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException exception -> exception;
      case null, default -> new IllegalStateException(cause);
    };
  }
}
