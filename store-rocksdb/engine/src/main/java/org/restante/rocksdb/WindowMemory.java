package org.restante.rocksdb;

import java.util.concurrent.atomic.AtomicLong;
import org.restante.keyvalue.EngineException;

/**
 * The heap that the windows of all open drafts take together: as many clients as there are may send
 * letters, and one may send a thousand in a command. Above a sixteenth of the heap drafts put aside
 * what they can; above a quarter no draft grows any more.
 */
final class WindowMemory {
  private static final int TIGHT = 16;
  private static final int MOST = 4;

  private final long tight;
  private final long most;
  private final AtomicLong taken = new AtomicLong();

  WindowMemory(long heap) {
    this.tight = heap / TIGHT;
    this.most = heap / MOST;
  }

  /**
   * Takes memory, or none of it.
   *
   * @throws EngineException if there is too little for now
   */
  void take(int octets) {
    if (taken.addAndGet(octets) > most) {
      taken.addAndGet(-octets);
      throw new EngineException("too many letters are on their way in at once, try again", null);
    }
  }

  void give(int octets) {
    taken.addAndGet(-octets);
  }

  boolean isTight() {
    return taken.get() > tight;
  }

  /** Octets that are taken now. */
  long taken() {
    return taken.get();
  }
}
