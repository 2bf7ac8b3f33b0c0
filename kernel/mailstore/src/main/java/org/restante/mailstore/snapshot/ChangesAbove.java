package org.restante.mailstore.snapshot;

import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.schema.ChangeRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.view.StoredView;
import org.restante.message.UidSet;

/**
 * Finds the messages of a view that changed above a MODSEQ: by the account's change log where
 * little has happened since, which costs what happened; else by the view, which costs what there
 * is.
 */
final class ChangesAbove {
  private static final int FEW = 1_000;

  private final PartitionReader rows;
  private final StoredView view;
  private final UidSet.Builder noted = new UidSet.Builder();
  private long last;

  /** A view, and the rows of the same instant. */
  ChangesAbove(PartitionReader rows, StoredView view) {
    this.rows = rows;
    this.view = view;
  }

  UidSet find(long modSeq) {
    long highest = view.mailbox().highestModSeq();
    if (highest <= modSeq) {
      return UidSet.EMPTY;
    }
    return highest - modSeq <= FEW && reachesBack(modSeq)
        ? view.changedAbove(modSeq, noted.build())
        : view.changedAbove(modSeq);
  }

  /**
   * Notes what the log tells; whether there is a line for each MODSEQ from the first to the last.
   */
  private boolean reachesBack(long modSeq) {
    long mailbox = view.mailbox().ref().mailbox();
    last = modSeq;
    boolean[] whole = {true};
    try {
      rows.scan(
          Schema.changesAbove(modSeq),
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
    } catch (EngineException e) {
      return false; // the view has it too, and a snapshot that can't be read says so elsewhere
    }
    return whole[0] && last >= view.mailbox().highestModSeq();
  }

  private void note(ChangeRow row) {
    switch (row.kind()) {
      case ARRIVED, FLAGS -> noted.addAll(row.uids());
      case EXPUNGED, MAILBOX, DELETED -> {}
    }
  }
}
