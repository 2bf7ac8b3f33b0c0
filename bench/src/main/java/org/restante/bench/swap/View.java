package org.restante.bench.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mailbox as one session was told that it is: the flags of each message, by its number. */
final class View {
  private static final Pattern RESPONSE = Pattern.compile("\\* (\\d+) (EXISTS|EXPUNGE|FETCH)(.*)");

  private final String who;
  private final Journal journal;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<Integer> flags = new ArrayList<>();
  private long lastNews = System.nanoTime();

  View(String who, Journal journal) {
    this.who = who;
    this.journal = journal;
  }

  /** An untagged response that the client did not ask for. */
  void told(String line) {
    Matcher response = RESPONSE.matcher(line);
    if (!response.matches()) {
      return;
    }
    int number = Integer.parseInt(response.group(1));
    lock.lock();
    try {
      switch (response.group(2)) {
        case "EXISTS" -> exists(number, line);
        case "EXPUNGE" -> expunged(number, line);
        default -> fetched(number, line);
      }
      lastNews = System.nanoTime();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** All messages, as the client asked for them. */
  void is(List<Integer> all) {
    lock.lock();
    try {
      flags = new ArrayList<>(all);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until it is as it should be.
   *
   * @param deadline as {@link System#nanoTime()} tells it
   * @return when the last line came that made it so; -1 where that was not in time
   */
  long awaitEqual(List<Integer> truth, long deadline) throws InterruptedException {
    lock.lock();
    try {
      long left = deadline - System.nanoTime();
      while (!flags.equals(truth) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return flags.equals(truth) ? lastNews : -1;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      return who + " " + flags;
    } finally {
      lock.unlock();
    }
  }

  private void exists(int number, String line) {
    if (number == flags.size()) {
      journal.fault(Fault.DOUBLED, who + ": " + line);
    } else if (number < flags.size()) {
      journal.fault(Fault.WRONG, who + " knows " + flags.size() + ": " + line);
    }
    while (flags.size() < number) {
      flags.add(0);
    }
  }

  private void expunged(int number, String line) {
    if (isNumber(number, line)) {
      flags.remove(number - 1);
    }
  }

  private void fetched(int number, String line) {
    int now = FlagSet.of(line);
    if (isNumber(number, line) && now >= 0 && flags.set(number - 1, now) == now) {
      journal.fault(Fault.DOUBLED, who + ": " + line);
    }
  }

  private boolean isNumber(int number, String line) {
    boolean known = number >= 1 && number <= flags.size();
    if (!known) {
      journal.fault(Fault.WRONG, who + " knows " + flags.size() + ": " + line);
    }
    return known;
  }
}
