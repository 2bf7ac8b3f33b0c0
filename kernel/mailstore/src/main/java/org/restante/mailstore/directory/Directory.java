package org.restante.mailstore.directory;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.account.Domain;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.account.StoredLimits;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DirectoryRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Schema;
import org.restante.refusal.NoSuchAccount;

/** Reads the directory's rows. */
public final class Directory {
  private final Partition system;

  public Directory(KeyValueEngine engine) {
    this.system = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
  }

  /** A visitor of accounts. */
  @FunctionalInterface
  interface Visitor {
    void visit(long id, DirectoryRow row);
  }

  Optional<Account> find(long id) {
    return row(id).map(row -> row.account(id, StoredLimits.of(system, row)));
  }

  /** The limits that hold for an account; none if it is gone. */
  public QuotaLimits limits(AccountId id) {
    return row(id.value()).map(row -> StoredLimits.of(system, row)).orElse(QuotaLimits.NONE);
  }

  Optional<DirectoryRow> row(long id) {
    return Optional.ofNullable(system.get(Schema.directoryKey(id)))
        .map(value -> Codec.readDirectory(ByteBuffer.wrap(value)));
  }

  OptionalLong id(String address) {
    byte[] value = system.get(Schema.addressKey(address));
    return value == null ? OptionalLong.empty() : OptionalLong.of(Codec.readAccountId(value));
  }

  Optional<String> credential(long id) {
    return Optional.ofNullable(system.get(Schema.credentialKey(id))).map(Codec::readCredential);
  }

  List<Account> list() {
    Map<String, QuotaLimits> defaults = new HashMap<>();
    domains().forEach(domain -> defaults.put(domain.name(), domain.quota()));
    List<Account> accounts = new ArrayList<>();
    rows(
        (id, row) -> {
          QuotaLimits inherited = defaults.getOrDefault(row.domain(), QuotaLimits.NONE);
          accounts.add(row.account(id, row.quota().orElse(inherited)));
        });
    accounts.sort(Comparator.comparing(Account::address));
    return List.copyOf(accounts);
  }

  /** All accounts, by number. */
  public List<AccountId> ids() {
    List<AccountId> ids = new ArrayList<>();
    system.scan(
        Schema.directory(),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> ids.add(new AccountId(Schema.number(key))));
    return ids;
  }

  /** Visits all accounts, by number. */
  void rows(Visitor visitor) {
    system.scan(
        Schema.directory(),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> {
          visitor.visit(Schema.number(key), Codec.readDirectory(value));
          return true;
        });
  }

  Optional<Domain> domain(String name) {
    return Optional.ofNullable(system.get(Schema.domainKey(name)))
        .map(value -> Codec.readDomain(name, ByteBuffer.wrap(value)));
  }

  /** All listed domains, by name. */
  List<Domain> domains() {
    List<Domain> domains = new ArrayList<>();
    system.scan(
        Schema.domains(),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> domains.add(Codec.readDomain(key, value)));
    return domains;
  }

  /** All accounts that were deleted and are retained, by number. */
  public List<Retained.Account> left() {
    List<Retained.Account> left = new ArrayList<>();
    RowPages.visit(
        system,
        Schema.left(),
        page -> page.forEach(row -> left.add(Retained.readAccount(row.key(), row.value()))));
    return left;
  }

  /** The row of its own that a retained account had. */
  DirectoryRow row(Retained.Account left) {
    byte[] own = Schema.directoryKey(left.account());
    return left.rows().stream()
        .filter(row -> Arrays.equals(row.key(), own))
        .map(row -> Codec.readDirectory(ByteBuffer.wrap(row.value())))
        .findFirst()
        .orElseThrow(() -> new NoSuchAccount(left.account() + " has no row of its own"));
  }
}
