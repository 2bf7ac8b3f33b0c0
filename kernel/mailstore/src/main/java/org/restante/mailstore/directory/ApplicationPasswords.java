package org.restante.mailstore.directory;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.restante.account.ApplicationPassword;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DirectoryRow;
import org.restante.mailstore.schema.Schema;
import org.restante.refusal.LimitReached;
import org.restante.refusal.NoSuchAccount;

/** The rows of application passwords. */
final class ApplicationPasswords {
  private final KeyValueEngine engine;
  private final Partition system;

  ApplicationPasswords(KeyValueEngine engine) {
    this.engine = engine;
    this.system = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
  }

  List<ApplicationPassword> list(long account) {
    List<ApplicationPassword> found = new ArrayList<>();
    system.scan(
        Schema.applicationPasswords(account),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> found.add(Codec.readApplicationPassword(key, value).entry()));
    found.sort(Comparator.comparing(ApplicationPassword::created));
    return List.copyOf(found);
  }

  Optional<String> credential(long account, String id) {
    byte[] key = Schema.applicationPasswordKey(account, id);
    return Optional.ofNullable(system.get(key))
        .map(
            value ->
                Codec.readApplicationPassword(ByteBuffer.wrap(key), ByteBuffer.wrap(value))
                    .credential());
  }

  void add(long account, DirectoryRow.Secret row) {
    if (new Directory(engine).row(account).isEmpty()) {
      throw new NoSuchAccount(String.valueOf(account));
    }
    if (list(account).size() >= ApplicationPassword.MOST) {
      throw new LimitReached(
          "an account has at most %d application passwords; revoke one first"
              .formatted(ApplicationPassword.MOST));
    }
    byte[] key = Schema.applicationPasswordKey(account, row.entry().id());
    if (system.get(key) != null) {
      throw new IllegalArgumentException(
          "the account has an application password " + row.entry().id() + " already");
    }
    try (Batch batch = system.batch()) {
      DirectoryWriter.commit(batch.guard(key, null).put(key, Codec.write(row)));
    }
  }

  boolean revoke(long account, String id) {
    byte[] key = Schema.applicationPasswordKey(account, id);
    if (system.get(key) == null) {
      return false;
    }
    try (Batch batch = system.batch()) {
      DirectoryWriter.commit(batch.delete(key));
    }
    return true;
  }
}
