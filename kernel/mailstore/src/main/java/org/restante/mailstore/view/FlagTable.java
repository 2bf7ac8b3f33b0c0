package org.restante.mailstore.view;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.restante.message.Flags;

/**
 * The different sets of flags in a mailbox, each with a number; a keyword is one text in all of
 * them. It only grows; shared by all views that descend from each other. Thread-safe.
 */
final class FlagTable {
  private static final long OVERHEAD = 200;
  private static final long OVERHEAD_OF_TEXT = 100;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Flags, Integer> numbers = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private Flags[] flags = new Flags[8];
  private volatile int size; // written behind what it counts
  private volatile int keywords;
  private volatile long weight;

  Flags get(int number) {
    return flags[Objects.checkIndex(number, size)];
  }

  int size() {
    return size;
  }

  /** How many different keywords the sets have. */
  int keywords() {
    return keywords;
  }

  /** Whether one of the sets has a keyword, in this case. */
  boolean knows(String keyword) {
    lock.lock();
    try {
      return texts.containsKey(keyword);
    } finally {
      lock.unlock();
    }
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
      Flags shared = shared(wanted);
      flags[number] = shared;
      numbers.put(shared, number);
      size = number + 1;
      return number;
    } finally {
      lock.unlock();
    }
  }

  /** The same flags with the texts that are known already. */
  private Flags shared(Flags wanted) {
    long added = OVERHEAD + (long) Integer.BYTES * wanted.keywords().size();
    for (String keyword : wanted.keywords()) {
      if (texts.putIfAbsent(keyword, keyword) == null) {
        added += OVERHEAD_OF_TEXT + keyword.length();
      }
    }
    keywords = texts.size();
    weight = weight + added;
    return new Flags(wanted.system(), wanted.keywords().stream().map(texts::get).toList());
  }
}
