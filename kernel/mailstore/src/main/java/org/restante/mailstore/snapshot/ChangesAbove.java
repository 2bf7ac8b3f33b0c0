package org.restante.mailstore.snapshot;

import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailbox.MailboxChanges;
import org.restante.mailstore.schema.ChangeRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.view.StoredView;
import org.restante.message.UidSet;

/**
 * Finds what happened in a mailbox above a MODSEQ. Where few commits were since, the account's
 * change log alone tells: a UID that it names has changed, and is there unless the log also tells
 * that it left, since none is given twice. Else the view tells, which skips what has not changed,
 * and the log of those that left. Either costs what changed, not what there is.
 */
final class ChangesAbove {
  private static final int FEW = 1_000;

  private final PartitionReader rows;
  private final StoredView view;
  private final UidSet.Builder noted = new UidSet.Builder();
  private final UidSet.Builder left = new UidSet.Builder();
  private long last;

  /** A view, and the rows of the same instant. */
  ChangesAbove(PartitionReader rows, StoredView view) {
    this.rows = rows;
    this.view = view;
  }

  /**
   * What happened.
   *
   * @param horizon the MODSEQ below which it is not known what left
   * @throws EngineException if the rows can't be read
   */
  MailboxChanges find(long modSeq, long horizon) {
    long highest = view.mailbox().highestModSeq();
    if (highest <= modSeq) {
      return new MailboxChanges.Known(UidSet.EMPTY, UidSet.EMPTY);
    }
    boolean logged = highest - modSeq <= FEW && reachesBack(modSeq, highest);
    UidSet changed = logged ? present() : view.changedAbove(modSeq);
    return modSeq < horizon
        ? new MailboxChanges.HistoryTrimmed(changed)
        : new MailboxChanges.Known(changed, logged ? left.build() : expungedAbove(modSeq));
  }

  private UidSet expungedAbove(long modSeq) {
    UidSet.Builder expunged = new UidSet.Builder();
    rows.scan(
        Schema.expungedAbove(view.mailbox().ref().mailbox(), modSeq),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> {
          expunged.addAll(Codec.readExpunged(value).uids());
          return true;
        });
    return expunged.build();
  }

  private UidSet present() {
    UidSet changed = noted.build();
    UidSet gone = left.build();
    if (gone.isEmpty()) {
      return changed;
    }
    UidSet.Builder present = new UidSet.Builder();
    changed.stream().filter(uid -> !gone.contains(uid)).forEach(present::add);
    return present.build();
  }

  /**
   * Notes what the log tells; whether there is a line for each MODSEQ from the first to the last.
   */
  private boolean reachesBack(long modSeq, long highest) {
    long mailbox = view.mailbox().ref().mailbox();
    last = modSeq;
    boolean[] whole = {true};
    try {
      rows.scan(
          Schema.changesAbove(modSeq, highest),
          Order.ASCENDING,
          Integer.MAX_VALUE,
          (key, value) -> {
            long next = Schema.number(key);
            whole[0] &= next <= last + 1;
            last = next;
            ChangeRow row = Codec.readChange(value);
            if (row.mailbox() == mailbox) {
              note(row);
            }
            return whole[0];
          });
    } catch (EngineException | DamagedRow e) {
      return false; // the view has it too, and a snapshot that can't be read says so elsewhere
    }
    return whole[0] && last == highest;
  }

  private void note(ChangeRow row) {
    switch (row.kind()) {
      case ARRIVED, FLAGS -> noted.addAll(row.uids());
      case EXPUNGED -> left.addAll(row.uids());
      case MAILBOX, DELETED -> {}
    }
  }
}
