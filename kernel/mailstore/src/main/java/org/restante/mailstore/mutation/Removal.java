package org.restante.mailstore.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;

/**
 * Removes what was deleted and counts no more: messages of deleted mailboxes, mail of deleted
 * accounts. Every step may be done twice and the mark goes last, so that it can be resumed at any
 * point.
 */
public final class Removal {
  private Removal() {}

  /** Removes the messages of all mailboxes of an account that are marked as doomed. */
  public static void doomedMailboxes(Partition partition) {
    doomedMailboxes(partition, count -> {});
  }

  /** The same at a pace: it is told how many messages went with each commit. */
  public static void doomedMailboxes(Partition partition, IntConsumer pace) {
    for (long mailbox : numbers(partition, Schema.doomed())) {
      messages(partition, Schema.cold(mailbox), pace);
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
    account(engine, account, count -> {});
  }

  /** The same at a pace. */
  public static void account(KeyValueEngine engine, long account, IntConsumer pace) {
    Partition partition = engine.partition(account);
    messages(partition, Schema.cold(), pace);
    retained(partition, pace);
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

  private static void messages(Partition partition, KeyRange cold, IntConsumer pace) {
    RowPages.visit(
        partition,
        cold,
        page -> {
          try (Batch batch = partition.batch()) {
            for (RowPages.Row row : page) {
              long mailbox = Schema.number(row.key());
              StoredMessage message = Codec.readCold(Schema.second(row.key()), row.value());
              batch
                  .delete(Schema.hotKey(mailbox, message.uid()))
                  .delete(row.octetsOfKey())
                  .delete(Schema.structureKey(message.messageId()))
                  .unlink(message.blob(), message.messageId());
            }
            batch.commit(Durability.BUFFERED);
          }
          pace.accept(page.size());
        });
  }

  private static void retained(Partition partition, IntConsumer pace) {
    RowPages.visit(
        partition,
        Schema.retained(),
        page -> {
          try (Batch batch = partition.batch()) {
            for (RowPages.Row row : page) {
              StoredMessage message = Retained.readMessage(row.key(), row.value()).message();
              batch.delete(row.octetsOfKey()).unlink(message.blob(), message.messageId());
            }
            batch.commit(Durability.BUFFERED);
          }
          pace.accept(page.size());
        });
  }

  private static List<Long> numbers(Partition partition, KeyRange range) {
    List<Long> numbers = new ArrayList<>();
    partition.scan(
        range, Order.ASCENDING, Integer.MAX_VALUE, (key, value) -> numbers.add(Schema.number(key)));
    return numbers;
  }
}
