package org.restante.rocksdb;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.StorageFull;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that collects garbage by interval, looks once for files that belong to nothing, and
 * carries RocksDB's counts to the meters.
 */
final class Collector implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Collector.class);
  private static final Duration POLL = Duration.ofSeconds(5);

  /** Collection makes room, so it does not wait for long where it could not be done. */
  private static final Duration WHEN_FULL = Duration.ofSeconds(10);

  private final Contents contents;
  private final Runnable poll;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  Collector(Contents contents, Runnable poll) {
    this.contents = contents;
    this.poll = poll;
    this.thread = Thread.ofPlatform().daemon().name("restante-collector").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Tells the thread to end; it does so after the content at hand. */
  @Override
  public void close() {
    stopping.countDown();
  }

  /** Waits for the thread's end. */
  void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long interval = contents.settings().gcInterval().toNanos();
    long next = System.nanoTime() + interval;
    boolean proved = false;
    while (!stopping()) {
      try {
        poll.run();
        proved = proved || prove();
        if (interval > 0 && System.nanoTime() - next >= 0) {
          contents.collect(contents.settings().gcGrace());
          next = System.nanoTime() + interval;
        }
      } catch (EngineUnavailable e) {
        return;
      } catch (StorageFull e) {
        log.debug("Collection waits for the disk", e);
        next = System.nanoTime() + Math.min(interval, WHEN_FULL.toNanos());
      } catch (RuntimeException e) {
        log.warn("Collection goes on after the next interval", e);
        next = System.nanoTime() + interval;
      }
    }
  }

  /** Looks for files that belong to nothing; nothing else waits for that. */
  private boolean prove() {
    try {
      return contents.left().prove();
    } catch (EngineUnavailable | StorageFull e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("The files of letters can't be looked through until the next start", e);
      return true;
    }
  }

  private boolean stopping() {
    long wait = POLL.toNanos();
    long interval = contents.settings().gcInterval().toNanos();
    try {
      return stopping.await(interval > 0 ? Math.min(wait, interval) : wait, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
