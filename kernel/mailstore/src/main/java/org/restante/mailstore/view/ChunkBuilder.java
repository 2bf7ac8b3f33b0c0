package org.restante.mailstore.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts messages into chunks. Whole chunks go in as they are, unless two that are side by side are
 * so small that they had better be one.
 */
final class ChunkBuilder {
  private static final int SMALL = Chunk.CAPACITY / 4;

  private final List<Chunk> chunks = new ArrayList<>();
  private int[] uids = new int[16];
  private long[] modSeqs = new long[16];
  private int[] flags = new int[16];
  private int size;

  void add(long uid, long modSeq, int flagNumber) {
    if (size == Chunk.CAPACITY) {
      cut();
    }
    if (size == uids.length) {
      int larger = Math.min(Chunk.CAPACITY, 2 * size);
      uids = Arrays.copyOf(uids, larger);
      modSeqs = Arrays.copyOf(modSeqs, larger);
      flags = Arrays.copyOf(flags, larger);
    }
    uids[size] = (int) uid;
    modSeqs[size] = modSeq;
    flags[size] = flagNumber;
    size++;
  }

  /** Adds a chunk whole, shared. */
  void add(Chunk chunk) {
    if (size > 0 && size < SMALL && chunk.size() < SMALL) {
      addAll(chunk);
      return;
    }
    cut();
    chunks.add(chunk);
  }

  /** Adds the messages of a chunk to the one that is being made. */
  void addAll(Chunk chunk) {
    for (int i = 0; i < chunk.size(); i++) {
      add(chunk.uid(i), chunk.modSeq(i), chunk.flags(i));
    }
  }

  Chunk[] build() {
    cut();
    return chunks.toArray(Chunk[]::new);
  }

  private void cut() {
    if (size > 0) {
      chunks.add(
          new Chunk(
              Arrays.copyOf(uids, size), Arrays.copyOf(modSeqs, size), Arrays.copyOf(flags, size)));
      size = 0;
    }
  }
}
