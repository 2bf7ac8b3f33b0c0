package org.restante.mailstore.directory;

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
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.mutation.Mailboxes;
import org.restante.mailstore.schema.AccountRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DirectoryRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.schema.SystemRow;
import org.restante.refusal.LimitReached;
import org.restante.refusal.NoSuchAccount;

/** Changes the directory's rows; for one writer at a time. */
final class DirectoryWriter {
  /** So that a row stays far below the largest value. */
  private static final int MOST_ALIASES = 200;

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
    DirectoryRow row = existing(id);
    try (Batch batch = system.batch()) {
      batch
          .delete(Schema.directoryKey(id))
          .delete(Schema.credentialKey(id))
          .deleteRange(Schema.applicationPasswords(id))
          .put(Schema.leavingKey(id), Codec.empty());
      row.addresses().forEach(address -> batch.delete(Schema.addressKey(address)));
      commit(batch);
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

  private DirectoryRow existing(long id) {
    return directory.row(id).orElseThrow(() -> new NoSuchAccount(String.valueOf(id)));
  }

  /** What an unfinished creation of this id may have left is removed on the way. */
  private void makePartition(long id) {
    long uidValidity = Mailboxes.uidValidity(0);
    MailboxRow inbox = MailboxRow.created(1, MailboxName.INBOX, Optional.empty(), uidValidity, 1);
    AccountRow account = AccountRow.NEW.withMailbox(uidValidity).at(0, 1);
    try (Batch batch = engine.partition(id).batch()) {
      batch
          .deleteRange(KeyRange.all())
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
