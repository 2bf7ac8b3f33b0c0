package org.restante.bench.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A mailbox as its one writer has made it, and the sessions that must be told. */
final class Mailbox {
  private static final long PATIENCE_SECONDS = 30;

  private final Journal journal;
  private final List<View> views = new CopyOnWriteArrayList<>();
  private final List<Letter> letters = new ArrayList<>(); // of the writer's thread

  /** One message. */
  record Letter(int id, int flags) {
    String subject() {
      return "letter " + id;
    }

    Letter with(int other) {
      return new Letter(id, other);
    }
  }

  Mailbox(Journal journal) {
    this.journal = journal;
  }

  void add(View view) {
    views.add(view);
  }

  void remove(View view) {
    views.remove(view);
  }

  List<Letter> letters() {
    return letters;
  }

  List<Integer> flags() {
    return letters.stream().map(Letter::flags).toList();
  }

  /** Waits until every session knows of all changes, the last of which was asked for then. */
  void settle(List<Integer> truth, long asked) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (View view : views) {
      long told = view.awaitEqual(truth, deadline);
      if (told < 0) {
        journal.fault(Fault.MISSED, view + " instead of " + truth);
        view.is(truth);
      } else {
        journal.took(Kind.PUSH, asked, told);
      }
    }
  }
}
