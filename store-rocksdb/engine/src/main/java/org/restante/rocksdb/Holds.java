package org.restante.rocksdb;

import java.util.concurrent.ConcurrentHashMap;
import org.restante.blob.BlobId;

/** The contents that somebody works with now: being sealed, linked, read or collected. */
final class Holds {
  private final ConcurrentHashMap<BlobId, Hold> holds = new ConcurrentHashMap<>();

  /** The one hold of a content; {@link #give} it back. */
  Hold take(BlobId blob) {
    return holds.compute(blob, (id, hold) -> (hold == null ? new Hold(id) : hold).use());
  }

  /** Gives a hold back; the last one forgets it. */
  void give(Hold hold) {
    holds.computeIfPresent(hold.blob(), (id, known) -> known.unuse() ? null : known);
  }

  /** Ends a pin, and gives the hold of the one who pinned back. */
  void unpin(Hold hold) {
    long stamp = hold.lock().writeLock();
    try {
      hold.unpin();
    } finally {
      hold.lock().unlockWrite(stamp);
    }
    give(hold);
  }

  int size() {
    return holds.size();
  }
}
