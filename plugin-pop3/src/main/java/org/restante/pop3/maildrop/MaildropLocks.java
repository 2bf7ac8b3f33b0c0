package org.restante.pop3.maildrop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.restante.account.AccountId;

/**
 * Who has which maildrop. Thread-safe.
 *
 * @rfc 1939 4
 */
public final class MaildropLocks {

  private final ConcurrentHashMap<AccountId, MaildropLock> held = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  /** Locks of nobody, by this clock. */
  public MaildropLocks(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Takes a maildrop, for a session that runs a command.
   *
   * @param takeoverAfter a session that was silent for so long loses it
   * @param onLost runs when another session takes the lock; must not block
   * @return empty where another session has the maildrop
   */
  public Optional<MaildropLock> take(AccountId account, Duration takeoverAfter, Runnable onLost) {
    MaildropLock mine = new MaildropLock(account, nanoTime, onLost);
    MaildropLock holder =
        held.compute(
            account,
            (id, before) -> before == null || before.yieldAfter(takeoverAfter) ? mine : before);
    return holder == mine ? Optional.of(mine) : Optional.empty();
  }

  /**
   * The lock of a session that comes from another revision of this plugin. Where somebody logged in
   * here meanwhile, both go on: see the package's remarks.
   */
  public MaildropLock resume(AccountId account, Runnable onLost) {
    MaildropLock mine = new MaildropLock(account, nanoTime, onLost);
    held.putIfAbsent(account, mine);
    mine.end();
    return mine;
  }

  /** Lets a maildrop go. */
  public void release(MaildropLock lock) {
    held.remove(lock.account(), lock);
  }
}
