package org.restante.mailstore.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.mailstore.account.AccountSlot;
import org.restante.mailstore.account.AccountState;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.meter.Share;
import org.restante.mailstore.mutation.Removal;
import org.restante.mailstore.schema.DirectoryRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Retained.Usage;
import org.restante.refusal.StoreUnavailable;
import org.restante.retention.RetainedAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of accounts in the engine's system partition. */
public final class StoredAccounts implements AccountDirectory {
  private static final Logger log = LoggerFactory.getLogger(StoredAccounts.class);

  private final EngineGate gate;
  private final Addresses addresses;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile @Nullable CachedDirectory cache;

  /** The directory behind a gate; one for each mail store. */
  public StoredAccounts(EngineGate gate, String defaultDomain) {
    this.gate = gate;
    this.addresses = new Addresses(defaultDomain);
  }

  @Override
  public Account create(String address, String credential, QuotaLimits quota) {
    String normal = addresses.normal(address);
    long id =
        writing(
            open -> {
              long created = new DirectoryWriter(open.engine()).create(normal, credential, quota);
              open.account(new AccountId(created));
              return created;
            });
    return new Account(new AccountId(id), normal, quota, true);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return gate.call(open -> cached(open).find(id.value()));
  }

  @Override
  public Optional<Account> findByLogin(String login) {
    return addresses.form(login).flatMap(this::exact);
  }

  @Override
  public Optional<Account> findByAddress(String address) {
    return addresses
        .form(address)
        .flatMap(form -> exact(form).or(() -> Addresses.withoutDetail(form).flatMap(this::exact)));
  }

  @Override
  public List<Account> list() {
    return gate.call(open -> new Directory(open.engine()).list());
  }

  @Override
  public Optional<String> credential(AccountId id) {
    return gate.call(open -> new Directory(open.engine()).credential(id.value()));
  }

  @Override
  public void setCredential(AccountId id, String credential) {
    writing(
        open -> {
          new DirectoryWriter(open.engine()).credential(id.value(), credential);
          return id;
        });
  }

  @Override
  public void setQuota(AccountId id, QuotaLimits quota) {
    writing(
        open -> {
          new DirectoryWriter(open.engine())
              .change(id.value(), row -> new DirectoryRow(row.address(), quota, row.enabled()));
          cached(open).changed(id.value());
          open.slot(id).limits(quota);
          return id;
        });
  }

  @Override
  public void setEnabled(AccountId id, boolean enabled) {
    writing(
        open -> {
          new DirectoryWriter(open.engine())
              .change(id.value(), row -> new DirectoryRow(row.address(), row.quota(), enabled));
          cached(open).changed(id.value());
          return id;
        });
  }

  @Override
  public void delete(AccountId id) {
    boolean retained =
        writing(
            open -> {
              boolean retains = !open.settings().retention().accounts().isZero();
              leave(open, id, retains);
              return retains;
            });
    if (!retained) {
      remove(id, count -> {});
    }
  }

  /** Accounts that were deleted and are retained, those deleted last first. */
  public List<RetainedAccount> retained() {
    return gate.call(
        open -> {
          Directory directory = new Directory(open.engine());
          return directory.left().stream()
              .map(left -> retained(directory, left))
              .sorted(Comparator.comparing(RetainedAccount::removed).reversed())
              .toList();
        });
  }

  /**
   * Puts a retained account back.
   *
   * @throws IllegalArgumentException if its address is taken
   */
  public Account restore(AccountId id) {
    return writing(
        open -> {
          new DirectoryWriter(open.engine()).restore(id.value());
          cached(open).changed(id.value());
          open.slot(id).forget();
          open.account(id);
          return cached(open).find(id.value()).orElseThrow();
        });
  }

  /** Removes a retained account for good, at a pace that is told how many messages went. */
  public void purge(AccountId id, IntConsumer pace) {
    writing(
        open -> {
          new DirectoryWriter(open.engine()).forget(id.value());
          open.totals().update(id.value(), Share.GONE);
          return id;
        });
    remove(id, pace);
  }

  private void leave(OpenEngine open, AccountId id, boolean retains) {
    AccountSlot slot = open.slot(id);
    slot.exclusively(
        () -> {
          AccountState state = slot.state();
          List<Long> mailboxes = state.mailboxes().all().stream().map(m -> m.row().id()).toList();
          DirectoryWriter writer = new DirectoryWriter(open.engine());
          Share share = Share.GONE;
          if (retains) {
            Usage usage = state.retained().plus(state.row().octets(), state.row().messages());
            writer.retain(id.value(), state.row(), usage);
            share = Share.retained(usage);
          } else {
            writer.leave(id.value());
          }
          cached(open).left(id.value());
          slot.forget();
          open.totals().update(id.value(), share);
          open.watches().deleted(id, mailboxes, state.row().modSeq() + 1);
        });
  }

  /** The account is gone already; what is left is removed now, or when the engine opens again. */
  private void remove(AccountId id, IntConsumer pace) {
    try {
      gate.call(
          open -> {
            Removal.account(open.engine(), id.value(), pace);
            return id;
          });
    } catch (StoreUnavailable e) {
      log.warn("The mail of account {} will be removed later", id.value(), e);
    }
  }

  private static RetainedAccount retained(Directory directory, Retained.Account left) {
    return new RetainedAccount(
        new AccountId(left.account()),
        directory.address(left),
        Instant.ofEpochSecond(left.second()));
  }

  private CachedDirectory cached(OpenEngine open) {
    CachedDirectory known = cache;
    if (known == null || known.home() != open) {
      known = new CachedDirectory(open);
      cache = known;
    }
    return known;
  }

  private Optional<Account> exact(String address) {
    return gate.call(open -> cached(open).find(address));
  }

  private <T> T writing(Function<OpenEngine, T> change) {
    writing.lock();
    try {
      return gate.call(change);
    } finally {
      writing.unlock();
    }
  }
}
