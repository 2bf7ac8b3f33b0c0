package org.restante.mailstore.migration;

import java.util.List;
import org.restante.blob.NoSuchBlob;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Links the contents of all messages again, with links that tell of them. */
final class TellingLinks implements Step {
  private static final Logger log = LoggerFactory.getLogger(TellingLinks.class);

  @Override
  public int from() {
    return 1;
  }

  @Override
  public int number() {
    return 2;
  }

  @Override
  public String what() {
    return "lets links tell of their messages";
  }

  @Override
  public void account(KeyValueEngine engine, long account) {
    Partition partition = engine.partition(account);
    RowPages.visit(partition, Schema.cold(), page -> link(partition, page));
  }

  private static void link(Partition partition, List<RowPages.Row> page) {
    try (Batch batch = partition.batch()) {
      page.forEach(row -> link(batch, row));
      batch.commit(Durability.BUFFERED);
    } catch (NoSuchBlob | DamagedRow e) {
      oneByOne(partition, page);
    }
  }

  /** One that is damaged must not keep the others from it: an inspection names it later. */
  private static void oneByOne(Partition partition, List<RowPages.Row> page) {
    for (RowPages.Row row : page) {
      try (Batch batch = partition.batch()) {
        link(batch, row);
        batch.commit(Durability.BUFFERED);
      } catch (NoSuchBlob | DamagedRow e) {
        log.warn("A message is damaged and left as it is: {}", e.getMessage());
      }
    }
  }

  private static void link(Batch batch, RowPages.Row row) {
    StoredMessage message = Codec.readCold(Schema.second(row.key()), row.value());
    long mailbox = Schema.number(row.key());
    batch.link(message.blob(), message.messageId(), Codec.writeAbout(mailbox, message));
  }
}
