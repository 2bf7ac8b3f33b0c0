package org.restante.mailstore.account;

import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.mail.Change;
import org.restante.mail.ChangeListener;
import org.restante.mailbox.MailboxRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words on their way to one listener. A virtual thread gives them, which is there only while there
 * are any, so that writers never wait for a listener; where it is too slow, the words that wait
 * become one that says so.
 */
final class WordQueue {
  private static final Logger log = LoggerFactory.getLogger(WordQueue.class);

  private final AccountId account;
  private final ChangeListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Change> waiting = new ArrayDeque<>();
  private boolean giving;
  private boolean closed;

  WordQueue(AccountId account, ChangeListener listener) {
    this.account = account;
    this.listener = listener;
  }

  /** Called by the account's one writer, in commit order; never blocks. */
  void add(Change change) {
    if (begins(change)) {
      start();
    }
  }

  private boolean begins(Change change) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      if (waiting.size() >= ChangeListener.WAITING) {
        overflow();
      }
      waiting.add(change);
      boolean begins = !giving;
      giving = true;
      return begins;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The commit stands, whatever happens here; where nobody can give words, the next one tries. The
   * thread begins with the lock: it must not find it held by who starts it.
   */
  private void start() {
    try {
      Thread.ofVirtual()
          .name("restante-watch")
          .inheritInheritableThreadLocals(false) // nor the writer's context class loader
          .start(this::give);
    } catch (Error e) {
      notGiving();
      log.error("Words for a listener of account {} wait", account.value(), e);
    }
  }

  private void notGiving() {
    lock.lock();
    try {
      giving = false;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }

  private void overflow() {
    Change first = waiting.getFirst();
    long below =
        first.kind() == Change.Kind.RESYNC ? first.modSeq() : Math.max(0, first.modSeq() - 1);
    waiting.clear();
    waiting.add(
        new Change(new MailboxRef(account, 0), Change.Kind.RESYNC, below, first.committedNanos()));
  }

  private void give() {
    Change next = next();
    while (next != null) {
      try {
        listener.changed(next);
      } catch (RuntimeException | Error e) { // a bundle that goes loses its late classes
        log.warn("A listener of account {} failed; the commit stands", account.value(), e);
      }
      next = next();
    }
  }

  private @Nullable Change next() {
    lock.lock();
    try {
      Change next = waiting.poll();
      giving = next != null;
      return next;
    } finally {
      lock.unlock();
    }
  }
}
