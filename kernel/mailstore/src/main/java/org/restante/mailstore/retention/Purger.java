package org.restante.mailstore.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.restante.account.AccountId;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.directory.Directory;
import org.restante.mailstore.directory.StoredAccounts;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.settings.Retentions;
import org.restante.refusal.MailRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes in the background, again and again, what has been retained long enough. */
public final class Purger implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Purger.class);
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final long MESSAGES_A_SECOND = 1_000;

  private final OpenEngine open;
  private final StoredAccounts accounts;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** For one engine; it has to be closed with it. */
  public Purger(OpenEngine open, StoredAccounts accounts) {
    this.open = open;
    this.accounts = accounts;
  }

  /**
   * Purges until it is closed; for the first time soon, so that a store that is often opened anew
   * purges too, but not while everybody comes back.
   */
  public void start() {
    Thread.ofVirtual().name("restante-purge").start(this::run);
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void run() {
    try {
      boolean ended = waited(FIRST);
      while (!ended) {
        triedPass(Instant.now());
        ended = waited(PAUSE);
      }
    } catch (EngineUnavailable e) {
      log.debug("The engine went before all was purged; the next one goes on", e);
    }
  }

  private void triedPass(Instant now) {
    try {
      pass(now);
    } catch (EngineUnavailable e) {
      throw e;
    } catch (EngineException | DamagedRow e) {
      log.warn("What is retained was not purged; it is tried again", e);
    }
  }

  /** Removes all that has been retained long enough at an instant. */
  public void pass(Instant now) {
    Retentions retention = open.settings().retention();
    Directory directory = new Directory(open.engine());
    for (AccountId account : directory.ids()) {
      if (closed.getCount() == 0) {
        return;
      }
      tried(account.value(), () -> purge(account, retention, now));
    }
    for (Retained.Account left : directory.left()) {
      if (left.second() < retention.accountsUntil(now)) {
        AccountId account = new AccountId(left.account());
        tried(account.value(), () -> accounts.purge(account, this::pace));
      }
    }
  }

  private void purge(AccountId account, Retentions retention, Instant now) {
    Purge.account(
        open, account, retention.messagesUntil(now), retention.mailboxesUntil(now), this::pace);
  }

  /** One account must not keep the others from it. */
  private static void tried(long account, Runnable purge) {
    try {
      purge.run();
    } catch (EngineUnavailable e) {
      throw e;
    } catch (MailRefusal | EngineException | DamagedRow e) {
      log.warn("What account {} retains was not purged; it is tried again", account, e);
    }
  }

  private void pace(int messages) {
    waited(Duration.ofSeconds(1).multipliedBy(messages).dividedBy(MESSAGES_A_SECOND));
  }

  /** Waits; whether it was closed meanwhile. */
  private boolean waited(Duration time) {
    try {
      return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
