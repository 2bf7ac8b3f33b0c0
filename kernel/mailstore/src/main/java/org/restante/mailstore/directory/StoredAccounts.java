package org.restante.mailstore.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.ApplicationPassword;
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
import org.restante.refusal.DiskFull;
import org.restante.refusal.StoreUnavailable;
import org.restante.retention.RetainedAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of accounts in the engine's system partition. */
public final class StoredAccounts implements AccountDirectory {
  private static final Logger log = LoggerFactory.getLogger(StoredAccounts.class);

  private final DirectoryAccess access;
  private final Addresses addresses;
  private final StoredDomains domains;

  /** The directory behind a gate; one for each mail store. */
  public StoredAccounts(EngineGate gate, String defaultDomain) {
    this.access = new DirectoryAccess(gate);
    this.addresses = new Addresses(defaultDomain);
    this.domains = new StoredDomains(access, addresses);
  }

  /** The domains of the same directory. */
  public StoredDomains domains() {
    return domains;
  }

  @Override
  public Account create(String address, String credential) {
    return create(address, credential, Optional.empty());
  }

  @Override
  public Account create(String address, String credential, QuotaLimits quota) {
    return create(address, credential, Optional.of(quota));
  }

  private Account create(String address, String credential, Optional<QuotaLimits> quota) {
    String normal = addresses.normal(address);
    return access.writing(
        open -> {
          long id = new DirectoryWriter(open.engine()).create(normal, credential, quota);
          open.account(new AccountId(id));
          return access.cached(open).find(id).orElseThrow();
        });
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return access.reading(open -> access.cached(open).find(id.value()));
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
    return access.reading(open -> new Directory(open.engine()).list());
  }

  @Override
  public Optional<String> credential(AccountId id) {
    return access.reading(open -> new Directory(open.engine()).credential(id.value()));
  }

  @Override
  public void setCredential(AccountId id, String credential) {
    changing(id, (open, writer) -> writer.credential(id.value(), credential));
  }

  @Override
  public boolean replaceCredential(AccountId id, String expected, String credential) {
    return access.writing(
        open -> {
          Directory directory = new Directory(open.engine());
          boolean same = directory.credential(id.value()).filter(expected::equals).isPresent();
          if (same) {
            new DirectoryWriter(open.engine()).credential(id.value(), credential);
          }
          return same;
        });
  }

  @Override
  public void addApplicationPassword(
      AccountId id, ApplicationPassword password, String credential) {
    DirectoryRow.Secret row = new DirectoryRow.Secret(password, credential);
    access.writing(
        open -> {
          new ApplicationPasswords(open.engine()).add(id.value(), row);
          return id;
        });
  }

  @Override
  public List<ApplicationPassword> applicationPasswords(AccountId id) {
    return access.reading(open -> new ApplicationPasswords(open.engine()).list(id.value()));
  }

  @Override
  public Optional<String> applicationCredential(AccountId id, String password) {
    return access.reading(
        open -> new ApplicationPasswords(open.engine()).credential(id.value(), password));
  }

  @Override
  public boolean revokeApplicationPassword(AccountId id, String password) {
    return access.writing(
        open -> new ApplicationPasswords(open.engine()).revoke(id.value(), password));
  }

  @Override
  public String addAlias(AccountId id, String alias) {
    String normal = addresses.normal(alias);
    changing(id, (open, writer) -> writer.addAlias(id.value(), normal));
    return normal;
  }

  @Override
  public boolean removeAlias(AccountId id, String alias) {
    return addresses.form(alias).stream().anyMatch(form -> freed(id, form));
  }

  private boolean freed(AccountId id, String alias) {
    return access.writing(
        open -> {
          boolean had = new DirectoryWriter(open.engine()).removeAlias(id.value(), alias);
          access.cached(open).freed(alias);
          access.cached(open).changed(id.value());
          return had;
        });
  }

  @Override
  public void setQuota(AccountId id, QuotaLimits quota) {
    limit(id, Optional.of(quota));
  }

  @Override
  public void inheritQuota(AccountId id) {
    limit(id, Optional.empty());
  }

  private void limit(AccountId id, Optional<QuotaLimits> quota) {
    changing(
        id,
        (open, writer) -> {
          writer.change(id.value(), row -> row.withQuota(quota));
          open.limits(id, new Directory(open.engine()).limits(id));
        });
  }

  @Override
  public void setEnabled(AccountId id, boolean enabled) {
    changing(id, (open, writer) -> writer.change(id.value(), row -> row.withEnabled(enabled)));
  }

  @Override
  public void delete(AccountId id) {
    boolean retained =
        access.writing(
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
    return access.reading(
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
    return access.writing(
        open -> {
          new DirectoryWriter(open.engine()).restore(id.value());
          access.cached(open).changed(id.value());
          open.slot(id).forget();
          open.account(id);
          return access.cached(open).find(id.value()).orElseThrow();
        });
  }

  /** Removes a retained account for good, at a pace that is told how many messages went. */
  public void purge(AccountId id, IntConsumer pace) {
    access.writing(
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
          try {
            if (retains) {
              Usage usage = state.retained().plus(state.row().octets(), state.row().messages());
              writer.retain(id.value(), state.row(), usage);
              share = Share.retained(usage);
            } else {
              writer.leave(id.value());
            }
          } finally { // it may have left even where the second of two commits failed
            access.cached(open).left(id.value());
            slot.forget();
          }
          open.totals().update(id.value(), share);
          open.watches().deleted(id, mailboxes, state.row().modSeq() + 1);
        });
  }

  /** The account is gone already; what is left is removed now, or when the engine opens again. */
  private void remove(AccountId id, IntConsumer pace) {
    try {
      access.reading(
          open -> {
            Removal.account(open.engine(), id.value(), pace);
            return id;
          });
    } catch (StoreUnavailable | DiskFull e) {
      log.warn("The mail of account {} will be removed later", id.value(), e);
    }
  }

  private static RetainedAccount retained(Directory directory, Retained.Account left) {
    return new RetainedAccount(
        new AccountId(left.account()),
        directory.row(left).address(),
        Instant.ofEpochSecond(left.second()));
  }

  private Optional<Account> exact(String address) {
    return access.reading(open -> access.cached(open).find(address));
  }

  private void changing(AccountId id, BiConsumer<OpenEngine, DirectoryWriter> change) {
    access.writing(
        open -> {
          change.accept(open, new DirectoryWriter(open.engine()));
          access.cached(open).changed(id.value());
          return id;
        });
  }
}
