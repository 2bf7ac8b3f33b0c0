package org.restante.mailstore.migration;

import java.util.List;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.Schema;

/** Writes the rows that others hang on once more, so that the engine keeps them twice. */
final class MirrorRows implements Step {

  @Override
  public int from() {
    return 1;
  }

  @Override
  public String what() {
    return "mirrors the rows of accounts and mailboxes";
  }

  @Override
  public void system(KeyValueEngine engine) {
    Partition system = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
    mirror(system, Schema.directory());
    mirror(system, Schema.addresses());
    mirror(system, Schema.credentials());
  }

  @Override
  public void account(KeyValueEngine engine, long account) {
    Partition partition = engine.partition(account);
    mirror(partition, KeyRange.prefix(Schema.accountKey()));
    mirror(partition, Schema.mailboxes());
    mirror(partition, Schema.subscribed());
  }

  private static void mirror(Partition partition, KeyRange range) {
    RowPages.visit(partition, range, page -> mirror(partition, page));
  }

  private static void mirror(Partition partition, List<RowPages.Row> page) {
    try (Batch batch = partition.batch()) {
      page.forEach(row -> batch.putMirrored(row.octetsOfKey(), row.octetsOfValue()));
      batch.commit(Durability.BUFFERED);
    }
  }
}
