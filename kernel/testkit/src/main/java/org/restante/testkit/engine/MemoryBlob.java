package org.restante.testkit.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.restante.testkit.engine.MemoryBatch.LinkChange;
import org.restante.testkit.engine.MemoryBatch.LinkOwner;

/** One content, who uses it, and since when nobody does. Guarded by the engine's lock. */
final class MemoryBlob {
  private final byte[] octets;
  private final Map<LinkOwner, byte[]> links = new HashMap<>();
  private int pins;
  private long unusedSince = System.nanoTime();

  MemoryBlob(byte[] octets) {
    this.octets = octets;
  }

  byte[] octets() {
    return octets;
  }

  boolean linked() {
    return !links.isEmpty();
  }

  Map<LinkOwner, byte[]> links() {
    return links;
  }

  void pin() {
    pins++;
  }

  void unpin() {
    pins = Math.max(0, pins - 1);
  }

  void dropPins() {
    pins = 0;
  }

  void apply(LinkChange change) {
    byte[] about = change.about();
    if (about != null) {
      links.put(change.owner(), about);
    } else if (links.remove(change.owner()) != null && links.isEmpty()) {
      unusedSince = System.nanoTime();
    }
  }

  boolean collectable(Duration grace) {
    return links.isEmpty() && pins == 0 && System.nanoTime() - unusedSince >= grace.toNanos();
  }
}
