package org.restante.mailstore.view;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The chunks of a view, and in arrays beside them what is asked of each, so that a search or an
 * advance touches those chunks only that it is about. Nothing in it changes.
 */
final class Chunks {

  /** No chunk. */
  static final Chunks NONE = new Chunks();

  private final Chunk[] chunks;
  private final int[] starts;
  private final long[] lasts;
  private final long[] modSeqs;
  private final int exists;
  private final long weight;

  // by the number of a set of flags: how many chunks have messages with it
  private final int[] uses;

  private Chunks() {
    chunks = new Chunk[0];
    starts = new int[0];
    lasts = new long[0];
    modSeqs = new long[0];
    uses = new int[0];
    exists = 0;
    weight = 0;
  }

  private Chunks(Chunk[] now, Chunks before) {
    chunks = now;
    starts = new int[now.length];
    lasts = Arrays.copyOf(before.lasts, now.length);
    modSeqs = Arrays.copyOf(before.modSeqs, now.length);
    Difference difference = new Difference(before.uses);
    int size = 0;
    for (int i = 0; i < Math.max(now.length, before.chunks.length); i++) {
      boolean old = i < before.chunks.length;
      if (i < now.length && old && now[i] == before.chunks[i]) {
        starts[i] = size;
        size += before.size(i);
        continue;
      }
      if (old) {
        difference.count(before.chunks[i], -1);
      }
      if (i < now.length) {
        difference.count(now[i], 1);
        starts[i] = size;
        lasts[i] = now[i].last();
        modSeqs[i] = now[i].highestModSeq();
        size += now[i].size();
      }
    }
    exists = size;
    weight = before.weight + difference.weight;
    uses = difference.uses;
  }

  /** Other chunks; those that are the same, in the same place, are not looked at again. */
  Chunks with(Chunk[] now) {
    return new Chunks(now, this);
  }

  int count() {
    return chunks.length;
  }

  Chunk get(int chunk) {
    return chunks[chunk];
  }

  /** Number of messages. */
  int exists() {
    return exists;
  }

  /** Octets in memory of all chunks. */
  long weight() {
    return weight;
  }

  /** Index in the view of a chunk's first message. */
  int start(int chunk) {
    return starts[chunk];
  }

  /** The last UID of a chunk. */
  long last(int chunk) {
    return lasts[chunk];
  }

  /** The highest MODSEQ in a chunk. */
  long highestModSeq(int chunk) {
    return modSeqs[chunk];
  }

  /** The chunk of an index. */
  int at(int index) {
    if (index < 0 || index >= exists) {
      throw new IndexOutOfBoundsException("no message " + index + " of " + exists);
    }
    int at = Arrays.binarySearch(starts, index);
    return at >= 0 ? at : -at - 2;
  }

  /** The first chunk that ends at or behind the UID; the number of chunks where none does. */
  int of(long uid) {
    int at = Arrays.binarySearch(lasts, uid);
    return at >= 0 ? at : -at - 1;
  }

  /** The numbers of all sets of flags that messages have, ascending. */
  IntStream usedFlags() {
    return IntStream.range(0, uses.length).filter(number -> uses[number] > 0);
  }

  private int size(int chunk) {
    return (chunk + 1 < starts.length ? starts[chunk + 1] : exists) - starts[chunk];
  }

  /** What chunks that come and go make of the sums. */
  private static final class Difference {
    private final int[] before;
    private int[] uses;
    private long weight;

    Difference(int[] before) {
      this.before = before;
      this.uses = before;
    }

    void count(Chunk chunk, int change) {
      weight += change * chunk.weight();
      int[] used = chunk.usedFlags();
      int needed = used[used.length - 1] + 1;
      if (uses == before || needed > uses.length) {
        uses = Arrays.copyOf(uses, Math.max(needed, uses.length));
      }
      for (int number : used) {
        uses[number] += change;
      }
    }
  }
}
