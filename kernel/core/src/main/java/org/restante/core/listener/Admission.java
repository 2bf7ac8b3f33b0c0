package org.restante.core.listener;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts a listener's connections, in all and by address. Thread-safe. */
final class Admission {
  private final int most;
  private final int mostPerAddress;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

  Admission(int most, int mostPerAddress) {
    this.most = most;
    this.mostPerAddress = mostPerAddress;
  }

  /** Whether one more may come in; it must {@link #leave} then. */
  boolean enter(InetAddress address) {
    if (all.incrementAndGet() > most) {
      all.decrementAndGet();
      return false;
    }
    if (!address.isLoopbackAddress()
        && byAddress.merge(address, 1, Integer::sum) > mostPerAddress) {
      leave(address);
      return false;
    }
    return true;
  }

  void leave(InetAddress address) {
    all.decrementAndGet();
    byAddress.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
  }

  int connections() {
    return all.get();
  }
}
