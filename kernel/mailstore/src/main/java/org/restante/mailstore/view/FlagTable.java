package org.restante.mailstore.view;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.restante.message.Flags;

/**
 * The different sets of flags in a mailbox, each with a number. It only grows; shared by all views
 * that descend from each other. Thread-safe.
 */
final class FlagTable {
  private static final long OVERHEAD = 200;
  private static final long OVERHEAD_OF_KEYWORD = 60;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Flags, Integer> numbers = new HashMap<>();
  private Flags[] flags = new Flags[8];
  private volatile int size; // written behind what it counts
  private volatile long weight;

  Flags get(int number) {
    return flags[Objects.checkIndex(number, size)];
  }

  int size() {
    return size;
  }

  /** Octets in memory, about. */
  long weight() {
    return weight;
  }

  int number(Flags wanted) {
    lock.lock();
    try {
      Integer known = numbers.get(wanted);
      if (known != null) {
        return known;
      }
      int number = size;
      if (number == flags.length) {
        flags = Arrays.copyOf(flags, 2 * number);
      }
      flags[number] = wanted;
      numbers.put(wanted, number);
      weight = weight + weight(wanted);
      size = number + 1;
      return number;
    } finally {
      lock.unlock();
    }
  }

  private static long weight(Flags flags) {
    long weight = OVERHEAD;
    for (String keyword : flags.keywords()) {
      weight += OVERHEAD_OF_KEYWORD + keyword.length();
    }
    return weight;
  }
}
