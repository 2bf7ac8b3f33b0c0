package org.restante.mailstore.salvage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.restante.inspection.DamagedLetter.Loss;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.row.MessageRows;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.HotRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;

/** Counts the rows of one mailbox again, and finds those that lack their other half. */
final class MailboxMending {
  private final PartitionReader rows;
  private final MailboxRow mailbox;
  private final Lost lost;
  private final Map<Long, HotRow> hot = new HashMap<>();
  private final List<Long> withoutFlags = new ArrayList<>();
  private final UidSet.Builder present = new UidSet.Builder();
  private Counters counted = Counters.ZERO;
  private long modSeq;
  private long lastUid;
  private long messageId;
  private long expungedRows;
  private final UidSet.Builder expunged = new UidSet.Builder();

  MailboxMending(PartitionReader rows, MailboxRow mailbox, Lost lost) {
    this.rows = rows;
    this.mailbox = mailbox;
    this.lost = lost;
  }

  void run() {
    MessageRows.hot(rows, mailbox.id(), UidSet.ALL, this::flags);
    MessageRows.cold(rows, mailbox.id(), UidSet.ALL, this::message);
    hot.keySet().forEach(uid -> lost.add(mailbox.id(), uid, Loss.MESSAGE));
    rows.scan(
        Schema.expunged(mailbox.id()),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> {
          expungedRows++;
          modSeq = Math.max(modSeq, Schema.second(key));
          expunged.addAll(Codec.readExpunged(value).uids());
          return true;
        });
  }

  private boolean flags(long uid, ByteBuffer value) {
    try {
      HotRow row = Codec.readHot(value);
      hot.put(uid, row);
      modSeq = Math.max(modSeq, row.modSeq());
    } catch (DamagedRow e) {
      return true; // as if it were not there
    }
    return true;
  }

  private boolean message(long uid, ByteBuffer value) {
    lastUid = Math.max(lastUid, uid);
    StoredMessage message;
    try {
      message = Codec.readCold(uid, value);
    } catch (DamagedRow e) {
      hot.remove(uid);
      lost.add(mailbox.id(), uid, Loss.MESSAGE);
      return true;
    }
    present.add(uid);
    messageId = Math.max(messageId, message.messageId());
    HotRow flags = hot.remove(uid);
    if (flags == null) {
      withoutFlags.add(uid);
      lost.add(mailbox.id(), uid, Loss.FLAGS);
    }
    counted = counted.plus(Counters.of(flags == null ? Flags.NONE : flags.flags(), message.size()));
    return true;
  }

  /** Those of these UIDs that are neither here nor known to have left. */
  UidSet unaccounted(UidSet given) {
    UidSet here = present.build();
    UidSet left = expunged.build();
    UidSet.Builder gone = new UidSet.Builder();
    given.stream().filter(uid -> !here.contains(uid) && !left.contains(uid)).forEach(gone::add);
    return gone.build();
  }

  MailboxRow mailbox() {
    return mailbox;
  }

  Counters counted() {
    return counted;
  }

  /** Flags that belong to no message. */
  List<Long> withoutMessage() {
    return List.copyOf(hot.keySet());
  }

  List<Long> withoutFlags() {
    return withoutFlags;
  }

  long modSeq() {
    return Math.max(modSeq, mailbox.highestModSeq());
  }

  long messageId() {
    return messageId;
  }

  long uidNext() {
    return Math.max(mailbox.uidNext(), lastUid + 1);
  }

  long expungedRows() {
    return expungedRows;
  }

  /** Whether the mailbox's row says what was counted. */
  boolean agrees() {
    return counted.equals(mailbox.counters())
        && uidNext() == mailbox.uidNext()
        && modSeq() == mailbox.highestModSeq()
        && expungedRows == mailbox.expungedRows()
        && withoutFlags.isEmpty()
        && hot.isEmpty();
  }
}
