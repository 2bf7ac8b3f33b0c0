package org.restante.mailstore.snapshot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.PartitionReader;
import org.restante.mailstore.row.MessageRows;
import org.restante.mailstore.row.StructureRows;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.refusal.DamagedMessage;

/**
 * Messages that were read together.
 *
 * @param messages up to the first whose row can't be read
 * @param structures the rows of their structures, null where there is none; empty if nobody asked
 * @param rest those of the set that would make the page too large
 * @param failure what is the matter with the row behind them
 */
record RowPage(
    List<StoredMessage> messages,
    List<byte @Nullable []> structures,
    UidSet rest,
    @Nullable DamagedMessage failure) {
  private static final int MOST_OCTETS = 512 << 10;

  /** Those of the messages that are there. */
  static RowPage read(PartitionReader reader, long mailbox, UidSet uids) {
    List<StoredMessage> messages = new ArrayList<>();
    AtomicReference<@Nullable DamagedMessage> failure = new AtomicReference<>();
    MessageRows.cold(
        reader,
        mailbox,
        uids,
        (uid, value) -> {
          try {
            return messages.add(message(uid, value));
          } catch (DamagedMessage e) {
            failure.set(e);
            return false;
          }
        });
    return new RowPage(messages, List.of(), UidSet.EMPTY, failure.get());
  }

  /** A message as its row says. */
  static StoredMessage message(long uid, ByteBuffer row) {
    try {
      return Codec.readCold(uid, row);
    } catch (DamagedRow e) {
      throw new DamagedMessage("the row of UID " + uid + ": " + e.getMessage());
    }
  }

  /** The same with the structures of its messages. */
  RowPage withStructures(PartitionReader reader, UidSet uids) {
    long[] ids = messages.stream().mapToLong(StoredMessage::messageId).toArray();
    List<byte @Nullable []> read = StructureRows.read(reader, ids, MOST_OCTETS);
    if (read.size() == messages.size()) {
      return new RowPage(messages, read, rest, failure);
    }
    UidSet left = uids.intersect(UidSet.range(messages.get(read.size()).uid(), UidSet.MAX_UID));
    return new RowPage(messages.subList(0, read.size()), read, left, null);
  }

  /** Fails where a row could not be read. */
  void requireWhole() {
    if (failure != null) {
      throw failure;
    }
  }
}
