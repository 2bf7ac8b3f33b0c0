package org.restante.rocksdb.table;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Platform threads for native calls that can wait for the disk: in such a call a virtual thread
 * would hold its carrier. Its queue is bounded by its callers, each of which waits for its one
 * call.
 */
final class DiskThreads implements AutoCloseable {
  private final ExecutorService threads;

  DiskThreads(int count) {
    threads =
        Executors.newFixedThreadPool(
            count,
            Thread.ofPlatform()
                .daemon()
                .name("restante-disk-", 0)
                .inheritInheritableThreadLocals(false) // nor a caller's context class loader
                .factory());
  }

  /** Makes the call where it may block, and waits for it, whatever interrupts come. */
  <T> T call(Supplier<T> call) {
    if (!Thread.currentThread().isVirtual()) {
      return call.get();
    }
    try {
      return CompletableFuture.supplyAsync(call, threads).join();
    } catch (CompletionException e) {
      throw Failures.unwrapped(e);
    }
  }

  /** Makes a call of which nobody waits for the end. */
  void run(Runnable call) {
    threads.execute(call);
  }

  /** Waits for the threads' end: they hold our class loader. */
  @Override
  public void close() {
    threads.close();
  }
}
