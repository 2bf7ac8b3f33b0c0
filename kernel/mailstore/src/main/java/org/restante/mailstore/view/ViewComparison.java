package org.restante.mailstore.view;

import org.restante.mailbox.MailboxView;
import org.restante.mailbox.ViewDifference;
import org.restante.message.UidSet;

/** Walks two views side by side. */
final class ViewComparison {
  private final UidSet.Builder expunged = new UidSet.Builder();
  private final UidSet.Builder arrived = new UidSet.Builder();
  private final UidSet.Builder changed = new UidSet.Builder();

  ViewDifference difference() {
    return new ViewDifference(expunged.build(), arrived.build(), changed.build());
  }

  /** Chunks that both have are skipped. */
  void compare(Chunks older, Chunks newer) {
    Cursor before = new Cursor(older);
    Cursor after = new Cursor(newer);
    while (!before.atEnd() || !after.atEnd()) {
      if (before.atSameChunk(after)) {
        before.skipChunk();
        after.skipChunk();
      } else {
        step(before, after);
      }
    }
  }

  /** A view of another making: every message is looked at. */
  void compare(MailboxView older, MailboxView newer) {
    int before = 0;
    int after = 0;
    while (before < older.exists() || after < newer.exists()) {
      long oldUid = before < older.exists() ? older.uid(before) : Long.MAX_VALUE;
      long newUid = after < newer.exists() ? newer.uid(after) : Long.MAX_VALUE;
      boolean same = oldUid == newUid && older.modSeq(before) == newer.modSeq(after);
      note(oldUid, newUid, same);
      before += oldUid <= newUid ? 1 : 0;
      after += newUid <= oldUid ? 1 : 0;
    }
  }

  private void step(Cursor before, Cursor after) {
    long oldUid = before.uid();
    long newUid = after.uid();
    note(oldUid, newUid, oldUid == newUid && before.modSeq() == after.modSeq());
    if (oldUid <= newUid) {
      before.next();
    }
    if (newUid <= oldUid) {
      after.next();
    }
  }

  private void note(long oldUid, long newUid, boolean same) {
    if (oldUid < newUid) {
      expunged.add(oldUid);
    } else if (newUid < oldUid) {
      arrived.add(newUid);
    } else if (!same) {
      changed.add(oldUid);
    }
  }

  /** A place in a row of chunks. */
  private static final class Cursor {
    private final Chunks chunks;
    private int chunk;
    private int at;

    Cursor(Chunks chunks) {
      this.chunks = chunks;
    }

    boolean atEnd() {
      return chunk == chunks.count();
    }

    boolean atSameChunk(Cursor other) {
      return !atEnd()
          && !other.atEnd()
          && at == 0
          && other.at == 0
          && chunks.get(chunk) == other.chunks.get(other.chunk);
    }

    void skipChunk() {
      chunk++;
      at = 0;
    }

    void next() {
      at++;
      if (at == chunks.get(chunk).size()) {
        skipChunk();
      }
    }

    long uid() {
      return atEnd() ? Long.MAX_VALUE : chunks.get(chunk).uid(at);
    }

    long modSeq() {
      return atEnd() ? 0 : chunks.get(chunk).modSeq(at);
    }
  }
}
