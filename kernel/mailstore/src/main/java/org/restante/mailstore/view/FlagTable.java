package org.restante.mailstore.view;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.restante.message.Flags;

/**
 * The different sets of flags in a mailbox, each with a number. It only grows; shared by all views
 * that descend from each other. Thread-safe.
 */
final class FlagTable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Flags, Integer> numbers = new HashMap<>();
  private volatile Flags[] flags = new Flags[0];

  Flags get(int number) {
    return flags[number];
  }

  int size() {
    return flags.length;
  }

  int number(Flags wanted) {
    lock.lock();
    try {
      Integer known = numbers.get(wanted);
      if (known != null) {
        return known;
      }
      int number = flags.length;
      Flags[] longer = Arrays.copyOf(flags, number + 1);
      longer[number] = wanted;
      flags = longer;
      numbers.put(wanted, number);
      return number;
    } finally {
      lock.unlock();
    }
  }
}
