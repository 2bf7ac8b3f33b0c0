package org.restante.mailstore.mutation;

import java.util.ArrayList;
import java.util.List;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;

/**
 * Removes what was deleted and counts no more: messages of deleted mailboxes, mail of deleted
 * accounts. Every step may be done twice and the mark goes last, so that it can be resumed at any
 * point.
 */
public final class Removal {
  private static final int PAGE = 200;

  private Removal() {}

  /** Removes the messages of all mailboxes of an account that are marked as doomed. */
  public static void doomedMailboxes(Partition partition) {
    for (long mailbox : numbers(partition, Schema.doomed())) {
      messages(partition, mailbox);
      try (Batch batch = partition.batch()) {
        batch
            .deleteRange(Schema.hot(mailbox))
            .deleteRange(Schema.cold(mailbox))
            .deleteRange(Schema.expunged(mailbox))
            .delete(Schema.doomedKey(mailbox))
            .commit(Durability.BUFFERED);
      }
    }
  }

  /** Removes everything of an account that is marked as leaving, then the mark. */
  public static void account(KeyValueEngine engine, long account) {
    Partition partition = engine.partition(account);
    doomedMailboxes(partition);
    numbers(partition, Schema.mailboxes()).forEach(mailbox -> messages(partition, mailbox));
    try (Batch batch = partition.batch()) {
      batch.deleteRange(KeyRange.all()).commit(Durability.SYNC);
    }
    try (Batch batch = engine.partition(KeyValueEngine.SYSTEM_PARTITION).batch()) {
      batch.delete(Schema.leavingKey(account)).commit(Durability.BUFFERED);
    }
  }

  /** Removes all accounts that are marked as leaving. */
  public static void leavingAccounts(KeyValueEngine engine) {
    Partition system = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
    numbers(system, Schema.leaving()).forEach(account -> account(engine, account));
  }

  private static void messages(Partition partition, long mailbox) {
    List<StoredMessage> page = page(partition, mailbox);
    while (!page.isEmpty()) {
      try (Batch batch = partition.batch()) {
        for (StoredMessage message : page) {
          batch
              .delete(Schema.hotKey(mailbox, message.uid()))
              .delete(Schema.coldKey(mailbox, message.uid()))
              .delete(Schema.structureKey(message.messageId()))
              .unlink(message.blob(), message.messageId());
        }
        batch.commit(Durability.BUFFERED);
      }
      page = page(partition, mailbox);
    }
  }

  private static List<StoredMessage> page(Partition partition, long mailbox) {
    List<StoredMessage> page = new ArrayList<>(PAGE);
    partition.scan(
        Schema.cold(mailbox),
        Order.ASCENDING,
        PAGE,
        (key, value) -> page.add(Codec.readCold(Schema.second(key), value)));
    return page;
  }

  private static List<Long> numbers(Partition partition, KeyRange range) {
    List<Long> numbers = new ArrayList<>();
    partition.scan(
        range, Order.ASCENDING, Integer.MAX_VALUE, (key, value) -> numbers.add(Schema.number(key)));
    return numbers;
  }
}
