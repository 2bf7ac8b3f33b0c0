package org.restante.mailstore.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.mailstore.meter.Share;
import org.restante.mailstore.meter.Totals;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.refusal.StoreUnavailable;

/** An engine, and all that is held in memory of what is in it. */
public final class OpenEngine {
  private static final int ATTEMPTS = 100;

  private final KeyValueEngine engine;
  private final MailStoreSettings settings;
  private final Watches watches;
  private final Totals totals;
  private final Views views;
  private final boolean exclusive;

  // one slot per account as long as anybody holds it; the second cache holds those used lately
  private final LoadingCache<AccountId, AccountSlot> slots;
  private final Cache<AccountId, AccountSlot> used;

  public OpenEngine(
      KeyValueEngine engine, MailStoreSettings settings, Watches watches, Totals totals) {
    this.engine = engine;
    this.settings = settings;
    this.watches = watches;
    this.totals = totals;
    this.views = new Views(settings.viewMemory());
    this.exclusive = engine.capabilities().exclusive();
    this.slots =
        Caffeine.newBuilder()
            .weakValues()
            .executor(Runnable::run)
            .build(id -> new AccountSlot(this, id));
    this.used =
        Caffeine.newBuilder()
            .maximumSize(settings.accountsInMemory())
            .executor(Runnable::run)
            .build();
  }

  public KeyValueEngine engine() {
    return engine;
  }

  public MailStoreSettings settings() {
    return settings;
  }

  public Watches watches() {
    return watches;
  }

  public Totals totals() {
    return totals;
  }

  public Views views() {
    return views;
  }

  /** Whether nobody else writes, so that what is in memory holds. */
  public boolean exclusive() {
    return exclusive;
  }

  /** The place of an account in memory; the account need not exist. */
  public AccountSlot slot(AccountId id) {
    return used.get(id, slots::get);
  }

  /** The account as it is now. */
  public AccountState account(AccountId id) {
    return slot(id).state();
  }

  /** Other limits hold for an account, and its rows say so: what is in memory follows. */
  public void limits(AccountId id, QuotaLimits limits) {
    totals.limits(id.value(), limits);
    // a slot that is made from now on reads the new rows
    AccountSlot slot = slots.getIfPresent(id);
    if (slot != null) {
      slot.limits(limits);
    }
  }

  /** What an account adds to the totals, read from its rows and not kept. */
  public Share share(AccountId id, QuotaLimits limits) {
    return AccountState.load(id, engine.partition(id.value()), limits).share();
  }

  /**
   * Makes one commit on an account. The operation may run again where another process wrote first;
   * it may also find that there is nothing to do.
   */
  public <T> T write(AccountId id, Durability durability, Function<Commit, T> operation) {
    AccountSlot slot = slot(id);
    ReentrantLock lock = slot.lock();
    lock.lock();
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        try (Commit commit = new Commit(this, slot.locked())) {
          T result = operation.apply(commit);
          if (commit.isEmpty() || committed(slot, commit, durability)) {
            return result;
          }
        }
      }
      throw new StoreUnavailable("others write to the account without end", null);
    } finally {
      lock.unlock();
    }
  }

  private boolean committed(AccountSlot slot, Commit commit, Durability durability) {
    boolean known = false;
    try {
      boolean applied =
          switch (commit.commit(durability)) {
            case COMMITTED -> true;
            case GUARD_FAILED -> false;
            case UNKNOWN -> readBack(commit);
          };
      if (applied) {
        commit.publish();
      }
      known = applied;
      return applied;
    } finally {
      if (!known) {
        slot.forget();
      }
    }
  }

  /** Writer and MODSEQ in the account's row say whose commit was the last one. */
  private static boolean readBack(Commit commit) {
    byte[] now = commit.state().partition().get(Schema.accountKey());
    if (Arrays.equals(now, commit.state().stored())) {
      return false;
    }
    if (Arrays.equals(now, commit.wanted())) {
      return true;
    }
    throw new StoreUnavailable("the engine can't tell how the commit ended", null);
  }
}
