package org.restante.core.guard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.restante.refusal.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a plugin has open in the store: snapshots, contents, drafts, watches. Bounded, and closed
 * for it when it goes. Thread-safe.
 */
final class OpenReadings {
  private static final Logger LOG = LoggerFactory.getLogger(OpenReadings.class);

  private final int most;
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  OpenReadings(int most) {
    this.most = most;
  }

  /** Before another one is made. */
  void check() {
    if (open.size() >= most) {
      throw new StoreUnavailable("the plugin has " + most + " readings of the store open", null);
    }
  }

  void add(AutoCloseable reading) {
    open.add(reading);
    if (closed) {
      remove(reading);
      close(reading);
    }
  }

  void remove(AutoCloseable reading) {
    open.remove(reading);
  }

  int size() {
    return open.size();
  }

  void close() {
    closed = true;
    for (AutoCloseable reading : open) {
      remove(reading);
      close(reading);
    }
  }

  private static void close(AutoCloseable reading) {
    try {
      reading.close();
    } catch (Exception e) { // each for itself
      LOG.debug("{} did not close", reading, e);
    }
  }
}
