package org.restante.pop3.maildrop;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.restante.account.AccountId;

/** A session's hold on its maildrop. Thread-safe. */
public final class MaildropLock {

  private final AccountId account;
  private final LongSupplier nanoTime;
  private final Runnable onLost;
  private boolean busy = true;
  private boolean lost;
  private long idleSince;

  MaildropLock(AccountId account, LongSupplier nanoTime, Runnable onLost) {
    this.account = account;
    this.nanoTime = nanoTime;
    this.onLost = onLost;
  }

  /** A command begins: nobody takes the lock now. False where it was taken before. */
  public synchronized boolean begin() {
    busy = true;
    return !lost;
  }

  /** The command has ended. */
  public synchronized void end() {
    busy = false;
    idleSince = nanoTime.getAsLong();
  }

  /** Whether another session has the maildrop now. */
  public synchronized boolean lost() {
    return lost;
  }

  AccountId account() {
    return account;
  }

  /** Gives the lock away where its holder has been silent so long. */
  synchronized boolean yieldAfter(Duration silence) {
    if (busy || nanoTime.getAsLong() - idleSince < silence.toNanos()) {
      return false;
    }
    lost = true;
    onLost.run();
    return true;
  }
}
