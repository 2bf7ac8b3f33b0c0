package org.restante.testkit.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.restante.mail.Change;
import org.restante.mail.ChangeListener;

/** A listener that keeps what it hears; one with a latch hears nothing until that is open. */
final class Heard implements ChangeListener {
  private static final long SECONDS = 20;

  private final LinkedBlockingQueue<Change> words = new LinkedBlockingQueue<>();
  private final CountDownLatch open;

  Heard() {
    this(new CountDownLatch(0));
  }

  Heard(CountDownLatch open) {
    this.open = open;
  }

  @Override
  public void changed(Change change) {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    words.add(change);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Waits for so many words. */
  List<Change> take(int count) {
    List<Change> taken = new ArrayList<>();
    while (taken.size() < count) {
      taken.add(next());
    }
    return taken;
  }

  /** Waits for the words up to that of a MODSEQ. */
  List<Change> takeUntil(long modSeq) {
    List<Change> taken = new ArrayList<>();
    do {
      taken.add(next());
    } while (taken.getLast().modSeq() < modSeq);
    return taken;
  }

  private Change next() {
    try {
      Change next = words.poll(SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no word came");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
