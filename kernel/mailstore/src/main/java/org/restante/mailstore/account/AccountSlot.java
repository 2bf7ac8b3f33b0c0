package org.restante.mailstore.account;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Schema;
import org.restante.refusal.NoSuchAccount;

/** The place of an account in memory: its lock, and its state once somebody wanted it. */
public final class AccountSlot {
  private final OpenEngine home;
  private final AccountId id;
  private final ReentrantLock lock = new ReentrantLock(true);
  private volatile @Nullable AccountState state;

  AccountSlot(OpenEngine home, AccountId id) {
    this.home = home;
    this.id = id;
  }

  /** The account as it is now; takes no lock where it is in memory. */
  public AccountState state() {
    AccountState known = state;
    if (known != null && home.exclusive()) {
      return known;
    }
    lock.lock();
    try {
      return locked();
    } finally {
      lock.unlock();
    }
  }

  ReentrantLock lock() {
    return lock;
  }

  /**
   * The same for the holder of the lock. Where others write too, it is compared with the engine.
   */
  AccountState locked() {
    AccountState known = state;
    if (known != null && (home.exclusive() || known.isCurrent())) {
      return known;
    }
    AccountState loaded =
        AccountState.load(id, home.engine().partition(id.value()), storedLimits());
    state = loaded;
    home.totals().update(id.value(), loaded.share());
    return loaded;
  }

  /** Drops what is in memory; the next use reads it again. */
  public void forget() {
    AccountState known = state;
    state = null;
    if (known != null) {
      home.views().drop(known.mailboxes());
    }
  }

  /** Runs something while nobody writes to this account. */
  public void exclusively(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** The limits have been changed in the directory. */
  void limits(QuotaLimits limits) {
    exclusively(
        () -> {
          AccountState known = state;
          if (known != null) {
            known.limits(limits);
            home.totals().update(id.value(), known.share());
          }
        });
  }

  private QuotaLimits storedLimits() {
    Partition system = home.engine().partition(KeyValueEngine.SYSTEM_PARTITION);
    byte[] row = system.get(Schema.directoryKey(id.value()));
    if (row == null) {
      throw new NoSuchAccount(String.valueOf(id.value()));
    }
    return StoredLimits.of(system, Codec.readDirectory(ByteBuffer.wrap(row)));
  }
}
