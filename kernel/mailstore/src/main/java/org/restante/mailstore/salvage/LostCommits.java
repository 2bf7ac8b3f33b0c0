package org.restante.mailstore.salvage;

import java.util.HashMap;
import java.util.Map;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.schema.ChangeRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.Schema;
import org.restante.message.UidSet;

/**
 * Which UIDs were given by commits that are gone. Every commit leaves a line in the change log at
 * its own MODSEQ, so a MODSEQ without a line is a lost commit; what it gave lies between the UIDs
 * that the commits around it gave.
 */
final class LostCommits {
  private final Map<Long, Arrivals> mailboxes = new HashMap<>();
  private long last;
  private long gaps;

  /** What came into a mailbox. */
  private static final class Arrivals {
    long uid;
    long gapsSeen;
    final UidSet.Builder unknown = new UidSet.Builder();
  }

  LostCommits(PartitionReader rows) {
    rows.scan(
        Schema.changes(),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> {
          modSeq(Schema.number(key));
          try {
            change(Codec.readChange(value));
          } catch (DamagedRow e) {
            gaps++;
          }
          return true;
        });
  }

  /** The MODSEQ of the last line. */
  long last() {
    return last;
  }

  private void modSeq(long now) {
    if (last != 0 && now > last + 1) {
      gaps++;
    }
    last = now;
  }

  private void change(ChangeRow row) {
    if (row.kind() != ChangeRow.Kind.ARRIVED || row.uids().isEmpty()) {
      return;
    }
    Arrivals arrivals = mailboxes.computeIfAbsent(row.mailbox(), id -> new Arrivals());
    long first = row.uids().first(0);
    if (arrivals.gapsSeen < gaps && arrivals.uid > 0) {
      between(arrivals, first);
    }
    arrivals.uid = row.uids().last(row.uids().ranges() - 1);
    arrivals.gapsSeen = gaps;
  }

  private static void between(Arrivals arrivals, long next) {
    if (arrivals.uid + 1 < next) {
      arrivals.unknown.addRange(arrivals.uid + 1, next - 1);
    }
  }

  /** UIDs of a mailbox that a lost commit may have given. */
  UidSet of(long mailbox, long uidNext, long modSeq) {
    Arrivals arrivals = mailboxes.get(mailbox);
    if (arrivals == null) {
      return UidSet.EMPTY;
    }
    if (arrivals.gapsSeen < gaps || last < modSeq) {
      between(arrivals, uidNext);
    }
    return arrivals.unknown.build();
  }
}
