package org.restante.mailstore.scrub;

import static org.restante.inspection.InspectedObject.BLOB;
import static org.restante.inspection.InspectedObject.COUNT;
import static org.restante.inspection.InspectedObject.INDEX;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobStore;
import org.restante.blob.NoSuchBlob;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.row.MessageRows;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.ExpungedRow;
import org.restante.mailstore.schema.HotRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.mime.stored.DamagedIndex;
import org.restante.mime.stored.MimeIndexCodec;
import org.restante.mime.stored.UnknownIndexVersion;

/** The part of an inspection that is about one mailbox. */
final class MailboxInspection {
  private final BlobStore blobs;
  private final PartitionReader live;
  private final PartitionReader rows;
  private final Findings findings;
  private final String where;
  private final MailboxRow mailbox;
  private final Map<Long, HotRow> hot = new HashMap<>();
  private Counters counted = Counters.ZERO;

  MailboxInspection(
      BlobStore blobs,
      PartitionReader live,
      PartitionReader rows,
      Findings findings,
      String where,
      MailboxRow mailbox) {
    this.blobs = blobs;
    this.live = live;
    this.rows = rows;
    this.findings = findings;
    this.where = where;
    this.mailbox = mailbox;
  }

  /** Looks at every message; gives what the counters should be. */
  Counters run(Set<Long> messageIds, long nextMessageId) {
    MessageRows.hot(rows, mailbox.id(), UidSet.ALL, (uid, value) -> hot(uid, Codec.readHot(value)));
    MessageRows.cold(
        rows,
        mailbox.id(),
        UidSet.ALL,
        (uid, value) -> {
          StoredMessage message = Codec.readCold(uid, value);
          id(message, messageIds, nextMessageId);
          return cold(message);
        });
    hot.keySet()
        .forEach(uid -> findings.check(INDEX, false, at(uid), "flags without a message", uid));
    expunged();
    return counted;
  }

  private boolean hot(long uid, HotRow row) {
    findings.check(COUNT, uid < mailbox.uidNext(), at(uid), "UID above UIDNEXT", uid);
    boolean below = row.modSeq() <= mailbox.highestModSeq();
    findings.check(COUNT, below, at(uid), "MODSEQ above HIGHESTMODSEQ", row.modSeq());
    hot.put(uid, row);
    return true;
  }

  private boolean cold(StoredMessage message) {
    HotRow flags = hot.remove(message.uid());
    findings.check(INDEX, flags != null, at(message.uid()), "message without flags", "");
    if (flags != null) {
      counted = counted.plus(Counters.of(flags.flags(), message.size()));
    }
    content(message);
    structure(message);
    return true;
  }

  private void id(StoredMessage message, Set<Long> messageIds, long nextMessageId) {
    long id = message.messageId();
    findings.check(COUNT, messageIds.add(id), at(message.uid()), "message id used twice", id);
    findings.check(COUNT, id < nextMessageId, at(message.uid()), "id above the counter", id);
  }

  private void content(StoredMessage message) {
    try (BlobContent content = blobs.open(message.blob())) {
      findings.compare(BLOB, at(message.uid()), "size", message.size(), content.size());
    } catch (NoSuchBlob e) {
      boolean still = stillThere(message);
      findings.check(BLOB, !still, at(message.uid()), "content is missing", message.blob());
    }
  }

  private void structure(StoredMessage message) {
    byte[] stored = rows.get(Schema.structureKey(message.messageId()));
    if (stored != null) {
      findings.compare(
          INDEX, at(message.uid()), "size in structure", message.size(), sizeIn(stored));
    }
  }

  private void expunged() {
    long[] count = {0};
    rows.scan(
        Schema.expunged(mailbox.id()),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> {
          count[0]++;
          long modSeq = Schema.second(key);
          ExpungedRow row = Codec.readExpunged(value);
          boolean known = modSeq > mailbox.horizon() && modSeq <= mailbox.highestModSeq();
          findings.check(COUNT, known, where, "expunge out of the log's bounds", modSeq);
          return row != null;
        });
    findings.compare(COUNT, where, "expunged rows", mailbox.expungedRows(), count[0]);
  }

  /** The snapshot is older than the contents: a message may have been expunged since. */
  private boolean stillThere(StoredMessage message) {
    return Objects.nonNull(live.get(Schema.coldKey(mailbox.id(), message.uid())));
  }

  private static long sizeIn(byte[] structure) {
    try {
      return MimeIndexCodec.decode(structure).size();
    } catch (DamagedIndex | UnknownIndexVersion e) {
      return -1;
    }
  }

  private String at(long uid) {
    return where + " UID " + uid;
  }
}
