package org.restante.mailstore.directory;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
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

  Optional<Account> find(long id) {
    return row(id).map(row -> row.account(id));
  }

  /** The limits of an account; none if it is gone. */
  public QuotaLimits limits(AccountId id) {
    return row(id.value()).map(DirectoryRow::quota).orElse(QuotaLimits.NONE);
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
    List<Account> accounts = new ArrayList<>();
    system.scan(
        Schema.directory(),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> accounts.add(Codec.readDirectory(value).account(Schema.number(key))));
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

  /** All accounts that were deleted and are retained, by number. */
  public List<Retained.Account> left() {
    List<Retained.Account> left = new ArrayList<>();
    RowPages.visit(
        system,
        Schema.left(),
        page -> page.forEach(row -> left.add(Retained.readAccount(row.key(), row.value()))));
    return left;
  }

  /** The address of a retained account. */
  String address(Retained.Account left) {
    byte[] own = Schema.directoryKey(left.account());
    return left.rows().stream()
        .filter(row -> Arrays.equals(row.key(), own))
        .map(row -> Codec.readDirectory(ByteBuffer.wrap(row.value())).address())
        .findFirst()
        .orElseThrow(() -> new NoSuchAccount(left.account() + " has no row of its own"));
  }
}
