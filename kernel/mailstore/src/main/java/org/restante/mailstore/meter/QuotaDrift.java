package org.restante.mailstore.meter;

import java.util.concurrent.ConcurrentHashMap;

/** How far inspections found usages off: the sum of the last finding of each account. */
public final class QuotaDrift {
  private final ConcurrentHashMap<Long, Drift> drifts = new ConcurrentHashMap<>();

  /** What an inspection found, zero where all is well. */
  public void found(long account, long octets, long messages) {
    if (octets == 0 && messages == 0) {
      drifts.remove(account);
    } else {
      drifts.put(account, new Drift(Math.abs(octets), Math.abs(messages)));
    }
  }

  long octets() {
    return drifts.values().stream().mapToLong(Drift::octets).sum();
  }

  long messages() {
    return drifts.values().stream().mapToLong(Drift::messages).sum();
  }

  private record Drift(long octets, long messages) {}
}
