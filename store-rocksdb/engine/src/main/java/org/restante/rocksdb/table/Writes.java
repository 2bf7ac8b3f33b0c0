package org.restante.rocksdb.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: the synced writes that wait become one batch, one record of the log and one fsync.
 *
 * <p>The first virtual thread that comes leads. Where it is alone and the disk answers within
 * {@link #QUICK}, it makes its own write itself: that holds its carrier for less than two changes
 * of threads would take. Where others write too, which could use the carrier meanwhile, and on a
 * slower disk, one disk thread writes, group after group, until nobody waits. Platform threads
 * write for themselves, one after the other (see {@link LogWriter}).
 */
final class Writes {
  /** A carrier may be held for so long; milliseconds of a disk that turns would hurt all others. */
  private static final long QUICK = 1_000_000;

  private static final int MOST_CHANGES = 4096;
  private static final long MOST_OCTETS = 4 << 20;

  private final Batches batches;
  private final DiskThreads disk;
  private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean led = new AtomicBoolean();
  private final AtomicLong usual = new AtomicLong(QUICK);

  /** Whether somebody else came while the last write was made. */
  private volatile boolean crowded;

  /** Makes one atomic write of several changes. */
  @FunctionalInterface
  interface Batches {
    void write(List<Changes> changes, boolean sync);
  }

  /** A write and those who wait for it. */
  private record Waiting(Changes changes, CompletableFuture<Boolean> done) {}

  Writes(DiskThreads disk, Batches batches) {
    this.disk = disk;
    this.batches = batches;
  }

  /** Writes changes, all or nothing; with a sync it returns when they are on the disk. */
  void write(Changes changes, boolean sync) {
    if (!Thread.currentThread().isVirtual()) {
      batches.write(List.of(changes), sync);
    } else if (!sync) {
      disk.call(
          () -> {
            batches.write(List.of(changes), false);
            return true;
          });
    } else if (queue.isEmpty() && led.compareAndSet(false, true)) {
      lead(changes);
    } else {
      follow(changes);
    }
  }

  private void lead(Changes changes) {
    if (crowded || usual.get() >= QUICK) {
      follow(changes, true);
      return;
    }
    try {
      timed(List.of(changes));
    } finally {
      crowded = !queue.isEmpty();
      if (!crowded) {
        led.set(false);
        drainIfWanted();
      } else {
        drainOnDisk();
      }
    }
  }

  private void follow(Changes changes) {
    follow(changes, false);
  }

  private void follow(Changes changes, boolean leads) {
    Waiting mine = new Waiting(changes, new CompletableFuture<>());
    queue.add(mine);
    if (leads) {
      drainOnDisk();
    } else {
      drainIfWanted();
    }
    try {
      mine.done.join();
    } catch (CompletionException e) {
      throw Failures.unwrapped(e);
    }
  }

  /** Nobody is left waiting: who adds to the queue looks for a leader afterwards. */
  private void drainIfWanted() {
    if (leadsOn()) {
      drainOnDisk();
    }
  }

  /** For the one who leads; where there is no thread for it, those who wait are told. */
  private void drainOnDisk() {
    do {
      try {
        disk.run(this::drain);
        return;
      } catch (RuntimeException | Error e) {
        failAll(e);
      }
    } while (leadsOn());
  }

  /** Runs on a disk thread for the one who leads. */
  private void drain() {
    do {
      try {
        drainOnce();
        led.set(false);
      } catch (RuntimeException | Error e) {
        failAll(e);
      }
    } while (leadsOn());
  }

  /** Whether somebody came while nobody led, and this thread leads again. */
  private boolean leadsOn() {
    return !queue.isEmpty() && led.compareAndSet(false, true);
  }

  private void drainOnce() {
    List<Waiting> group = new ArrayList<>();
    gather(group);
    while (!group.isEmpty()) {
      write(group);
      crowded = group.size() > 1;
      group.clear();
      gather(group);
      crowded |= !group.isEmpty();
    }
  }

  /** No memory, or no thread: nobody waits for ever, and who comes next tries again. */
  private void failAll(Throwable failure) {
    for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
      waiting.done.completeExceptionally(failure);
    }
    led.set(false);
  }

  private void gather(List<Waiting> group) {
    int changes = 0;
    long octets = 0;
    Waiting next = queue.peek();
    while (next != null && (group.isEmpty() || fits(next, changes, octets))) {
      group.add(next);
      queue.poll();
      changes += next.changes.size();
      octets += next.changes.octets();
      next = queue.peek();
    }
  }

  private static boolean fits(Waiting next, int changes, long octets) {
    return changes + next.changes.size() <= MOST_CHANGES
        && octets + next.changes.octets() <= MOST_OCTETS;
  }

  /** Where a group can't be written, none of it is: each of its writers is told. */
  private void write(List<Waiting> group) {
    Throwable failure = failure(group);
    for (Waiting waiting : group) {
      if (failure == null) {
        waiting.done.complete(true);
      } else {
        waiting.done.completeExceptionally(failure);
      }
    }
  }

  private @Nullable Throwable failure(List<Waiting> group) {
    try {
      timed(group.stream().map(Waiting::changes).toList());
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  /**
   * Keeps what a synced write usually takes: of the last ones half took longer. A mean would be led
   * by the few that a quick disk keeps waiting for long.
   */
  private void timed(List<Changes> changes) {
    long start = System.nanoTime();
    batches.write(changes, true);
    long taken = System.nanoTime() - start;
    usual.updateAndGet(before -> before + (taken > before ? before / 16 : -before / 16));
  }
}
