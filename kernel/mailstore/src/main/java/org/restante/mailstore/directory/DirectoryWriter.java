package org.restante.mailstore.directory;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.mutation.Mailboxes;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.AccountRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DirectoryRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Retained.SystemPartitionRow;
import org.restante.mailstore.schema.Retained.Usage;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.schema.SystemRow;
import org.restante.refusal.LimitReached;
import org.restante.refusal.NoSuchAccount;

/** Changes the directory's rows; for one writer at a time. */
final class DirectoryWriter {
  /** So that a row stays far below the largest value. */
  private static final int MOST_ALIASES = 200;

  private static final int OVERHEAD = 24;
  private static final int OVERHEAD_OF_ROW = 6;

  private final KeyValueEngine engine;
  private final Partition system;
  private final Directory directory;

  DirectoryWriter(KeyValueEngine engine) {
    this.engine = engine;
    this.system = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
    this.directory = new Directory(engine);
  }

  /** Makes the account's partition, then its rows in the directory: from then on it is there. */
  long create(String address, String credential, Optional<QuotaLimits> quota) {
    byte[] before = Objects.requireNonNull(system.get(Schema.systemKey()), "the system row");
    checkFree(address);
    SystemRow row = Codec.readSystem(before);
    long id = row.nextAccountId();
    makePartition(id);
    try (Batch batch = system.batch()) {
      batch
          .guard(Schema.systemKey(), before)
          .guard(Schema.addressKey(address), null)
          .put(Schema.systemKey(), Codec.write(new SystemRow(row.format(), id + 1)))
          .put(Schema.directoryKey(id), Codec.write(DirectoryRow.created(address, quota)))
          .put(Schema.addressKey(address), Codec.writeAccountId(id));
      if (!credential.isEmpty()) {
        batch.put(Schema.credentialKey(id), Codec.writeCredential(credential));
      }
      commit(batch);
    }
    return id;
  }

  void credential(long id, String credential) {
    existing(id);
    try (Batch batch = system.batch()) {
      byte[] key = Schema.credentialKey(id);
      commit(
          credential.isEmpty()
              ? batch.delete(key)
              : batch.put(key, Codec.writeCredential(credential)));
    }
  }

  void addAlias(long id, String alias) {
    DirectoryRow row = existing(id);
    checkFree(alias);
    if (row.aliases().size() >= MOST_ALIASES) {
      throw new LimitReached("an account has at most " + MOST_ALIASES + " aliases");
    }
    DirectoryRow changed = row.withAliases(Stream.concat(row.aliases().stream(), Stream.of(alias)));
    try (Batch batch = system.batch()) {
      commit(
          batch
              .guard(Schema.addressKey(alias), null)
              .put(Schema.addressKey(alias), Codec.writeAccountId(id))
              .put(Schema.directoryKey(id), Codec.write(changed)));
    }
  }

  /** Whether the account had it. */
  boolean removeAlias(long id, String alias) {
    DirectoryRow row = existing(id);
    if (!row.aliases().contains(alias)) {
      return false;
    }
    DirectoryRow changed = row.withAliases(row.aliases().stream().filter(a -> !a.equals(alias)));
    try (Batch batch = system.batch()) {
      commit(
          batch
              .delete(Schema.addressKey(alias))
              .put(Schema.directoryKey(id), Codec.write(changed)));
    }
    return true;
  }

  void change(long id, UnaryOperator<DirectoryRow> change) {
    DirectoryRow row = existing(id);
    try (Batch batch = system.batch()) {
      batch.put(Schema.directoryKey(id), Codec.write(change.apply(row)));
      commit(batch);
    }
  }

  /** Takes the account out of the directory and marks its mail for removal. */
  void leave(long id) {
    try (Batch batch = system.batch()) {
      rowsOf(id).forEach(row -> batch.delete(row.key()));
      commit(batch.put(Schema.leavingKey(id), Codec.empty()));
    }
    try (Batch batch = engine.partition(id).batch()) {
      commit(batch.delete(Schema.accountKey()));
    }
  }

  private void checkFree(String address) {
    if (directory.id(address).isPresent()) {
      throw new IllegalArgumentException("the address " + address + " is taken");
    }
  }

  /**
   * Takes the account out of the directory and keeps its rows and its mail. Its own row is written
   * anew, so that nobody who has it in memory goes on with it.
   */
  void retain(long id, AccountRow account, Usage usage) {
    List<SystemPartitionRow> rows = rowsOf(id);
    Retained.Account left =
        new Retained.Account(id, Instant.now().getEpochSecond(), usage, fitting(rows));
    try (Batch batch = system.batch()) {
      rows.forEach(row -> batch.delete(row.key()));
      commit(batch.put(Schema.leftKey(id), Retained.write(left)));
    }
    try (Batch batch = engine.partition(id).batch()) {
      AccountRow anew = account.at(~account.writer(), account.modSeq() + 1);
      commit(batch.put(Schema.accountKey(), Codec.write(anew)));
    }
  }

  /**
   * Puts a retained account back; of its other addresses those that are free.
   *
   * @throws IllegalArgumentException if its own address is taken
   */
  void restore(long id) {
    Retained.Account left = left(id);
    DirectoryRow own = directory.row(left);
    checkFree(own.address());
    // an alias that somebody else has now is that one's
    DirectoryRow now =
        own.withAliases(own.aliases().stream().filter(alias -> directory.id(alias).isEmpty()));
    try (Batch batch = system.batch()) {
      left.rows().stream()
          .filter(row -> !Schema.isAddress(row.key()))
          .forEach(row -> batch.put(row.key(), row.value()));
      batch.put(Schema.directoryKey(id), Codec.write(now));
      now.addresses()
          .forEach(address -> batch.put(Schema.addressKey(address), Codec.writeAccountId(id)));
      commit(batch.delete(Schema.leftKey(id)));
    }
  }

  /** A retained account is not to be restored any more: its mail is marked for removal. */
  void forget(long id) {
    left(id);
    try (Batch batch = system.batch()) {
      batch.delete(Schema.leftKey(id)).put(Schema.leavingKey(id), Codec.empty());
      commit(batch);
    }
  }

  private Retained.Account left(long id) {
    byte[] key = Schema.leftKey(id);
    byte[] stored = system.get(key);
    if (stored == null) {
      throw new NoSuchAccount(id + " is not retained");
    }
    return Retained.readAccount(ByteBuffer.wrap(key), ByteBuffer.wrap(stored));
  }

  /** Every row of an account here, its own first: what goes with it, and comes back with it. */
  private List<SystemPartitionRow> rowsOf(long id) {
    List<SystemPartitionRow> rows = new ArrayList<>();
    List<byte[]> keys = new ArrayList<>();
    keys.add(Schema.directoryKey(id));
    existing(id).addresses().map(Schema::addressKey).forEach(keys::add);
    keys.add(Schema.credentialKey(id));
    for (byte[] key : keys) {
      byte[] value = system.get(key);
      if (value != null) {
        rows.add(new SystemPartitionRow(key, value));
      }
    }
    RowPages.visit(
        system,
        Schema.applicationPasswords(id),
        page ->
            page.forEach(
                row -> rows.add(new SystemPartitionRow(row.octetsOfKey(), row.octetsOfValue()))));
    return rows;
  }

  /** What has room in one value: the last ones may have none. */
  private List<SystemPartitionRow> fitting(List<SystemPartitionRow> rows) {
    long room = engine.capabilities().valueOctets() - OVERHEAD;
    List<SystemPartitionRow> fitting = new ArrayList<>();
    for (SystemPartitionRow row : rows) {
      room -= row.key().length + row.value().length + OVERHEAD_OF_ROW;
      if (room >= 0) {
        fitting.add(row);
      }
    }
    return fitting;
  }

  private DirectoryRow existing(long id) {
    return directory.row(id).orElseThrow(() -> new NoSuchAccount(String.valueOf(id)));
  }

  /** What an unfinished creation of this id may have left is removed on the way. */
  private void makePartition(long id) {
    long uidValidity = Mailboxes.uidValidity(0);
    MailboxRow inbox = MailboxRow.created(1, MailboxName.INBOX, Optional.empty(), uidValidity, 1);
    AccountRow account = AccountRow.NEW.withMailbox(uidValidity).at(0, 1);
    Partition partition = engine.partition(id);
    try (Batch batch = partition.batch()) {
      if (partition.scan(KeyRange.all(), Order.ASCENDING, 1, (key, value) -> false) > 0) {
        batch.deleteRange(KeyRange.all());
      }
      batch
          .put(Schema.accountKey(), Codec.write(account))
          .put(Schema.mailboxKey(inbox.id()), Codec.write(inbox));
      commit(batch);
    }
  }

  static void commit(Batch batch) {
    CommitResult result = batch.commit(Durability.SYNC);
    if (result != CommitResult.COMMITTED) {
      throw new EngineException("the directory was not changed: " + result, null);
    }
  }
}
