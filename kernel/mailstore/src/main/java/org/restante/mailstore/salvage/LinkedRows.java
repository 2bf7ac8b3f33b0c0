package org.restante.mailstore.salvage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.restante.account.AccountId;
import org.restante.blob.BlobId;
import org.restante.blob.NoSuchBlob;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.LinkedMessage;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;

/**
 * Messages and the links of their contents tell the same: where one is gone it is written again
 * from the other.
 */
final class LinkedRows {
  private static final int PAGE = 256;

  private final KeyValueEngine engine;
  private final Set<Long> accounts = new HashSet<>();
  private final Map<Long, Set<Long>> doomed = new HashMap<>();
  private final Map<Long, Set<Long>> retained = new HashMap<>();
  private long written;

  LinkedRows(KeyValueEngine engine, List<AccountId> accounts) {
    this.engine = engine;
    accounts.forEach(account -> this.accounts.add(account.value()));
  }

  /** Writes messages that are gone; how many. */
  long messages() {
    List<Link> page = new ArrayList<>();
    engine
        .blobs()
        .links(
            (blob, partition, owner, about) -> {
              if (accounts.contains(partition) && about.length > 0) {
                page.add(new Link(blob, partition, owner, about));
              }
              if (page.size() == PAGE) {
                page.forEach(this::message);
                page.clear();
              }
              return true;
            });
    page.forEach(this::message);
    return written;
  }

  private void message(Link link) {
    LinkedMessage linked;
    try {
      linked = Codec.readAbout(link.blob, link.owner, link.about);
    } catch (DamagedRow e) {
      return;
    }
    Partition partition = engine.partition(link.partition);
    byte[] key = Schema.coldKey(linked.mailbox(), linked.message().uid());
    if (partition.get(key) != null
        || isDoomed(link.partition, linked.mailbox())
        || isRetained(link.partition, link.owner)) {
      return;
    }
    try (Batch batch = partition.batch()) {
      batch.put(key, Codec.write(linked.message())).commit(Durability.BUFFERED);
    }
    written++;
  }

  private boolean isDoomed(long account, long mailbox) {
    return doomed
        .computeIfAbsent(account, id -> numbers(id, Schema.doomed(), Schema::number))
        .contains(mailbox);
  }

  /** An expunged message that is kept has its link, and no row in a mailbox. */
  private boolean isRetained(long account, long message) {
    return retained
        .computeIfAbsent(account, id -> numbers(id, Schema.retained(), Schema::second))
        .contains(message);
  }

  private Set<Long> numbers(long account, KeyRange range, ToLongFunction<ByteBuffer> number) {
    Set<Long> numbers = new HashSet<>();
    engine
        .partition(account)
        .scan(
            range,
            Order.ASCENDING,
            Integer.MAX_VALUE,
            (key, value) -> numbers.add(number.applyAsLong(key)));
    return numbers;
  }

  /** Links the contents of an account's messages, whether or not they are linked. */
  void links(AccountId account) {
    Partition partition = engine.partition(account.value());
    KeyRange rest = Schema.allCold();
    List<Placed> page = page(partition, rest);
    while (!page.isEmpty()) {
      page.forEach(placed -> link(partition, placed));
      Placed last = page.getLast();
      rest = rest.after(Schema.coldKey(last.mailbox, last.message.uid()));
      page = page(partition, rest);
    }
  }

  private static void link(Partition partition, Placed placed) {
    StoredMessage message = placed.message;
    try (Batch batch = partition.batch()) {
      batch
          .link(message.blob(), message.messageId(), Codec.writeAbout(placed.mailbox, message))
          .commit(Durability.BUFFERED);
    } catch (NoSuchBlob e) {
      return; // the reading of letters will name it
    }
  }

  private static List<Placed> page(Partition partition, KeyRange range) {
    List<Placed> page = new ArrayList<>();
    partition.scan(
        range,
        Order.ASCENDING,
        PAGE,
        (key, value) -> {
          StoredMessage message = Codec.readCold(Schema.second(key), value);
          return page.add(new Placed(Schema.number(key), message));
        });
    return page;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Link(BlobId blob, long partition, long owner, byte[] about) {}

  private record Placed(long mailbox, StoredMessage message) {}
}
