package org.restante.mailstore.view;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/**
 * A run of messages. The arrays never change. A message has the place of its flags' number among
 * those that the chunk uses, which fits into two octets.
 */
final class Chunk {
  static final int CAPACITY = 1_024;

  /** Messages that share a mark of their highest MODSEQ. */
  private static final int RUN = 64;

  // this object, its places in the arrays of a view, and the heads of its five arrays
  private static final long OVERHEAD = 48 + 28 + 5 * 16;

  private final int[] uids;
  private final long[] modSeqs;
  private final char[] flags;
  private final int[] usedFlags;
  private final long[] highestOfRuns;
  private final long highestModSeq;

  Chunk(int[] uids, long[] modSeqs, int[] flags) {
    this.uids = uids;
    this.modSeqs = modSeqs;
    this.usedFlags = distinct(flags);
    this.flags = places(flags, usedFlags);
    this.highestOfRuns = highestOfRuns(modSeqs);
    this.highestModSeq = Arrays.stream(highestOfRuns).max().orElse(0);
  }

  int size() {
    return uids.length;
  }

  long uid(int at) {
    return Integer.toUnsignedLong(uids[at]);
  }

  long modSeq(int at) {
    return modSeqs[at];
  }

  int flags(int at) {
    return usedFlags[flags[at]];
  }

  /** Octets in memory, all that belongs to it. */
  long weight() {
    return OVERHEAD
        + (long) Integer.BYTES * usedFlags.length
        + (long) Long.BYTES * highestOfRuns.length
        + (long) uids.length * (Integer.BYTES + Long.BYTES + Character.BYTES);
  }

  long first() {
    return uid(0);
  }

  long last() {
    return uid(uids.length - 1);
  }

  long highestModSeq() {
    return highestModSeq;
  }

  /** Index of a UID, or {@code -(insertion point) - 1}. */
  int indexOf(long uid) {
    int low = 0;
    int high = uids.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compare(uid(middle), uid);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -low - 1;
  }

  /** Index of the first message without {@code \Seen}, or -1. */
  int firstUnseen(FlagTable table) {
    if (Arrays.stream(usedFlags).allMatch(number -> table.get(number).has(SystemFlag.SEEN))) {
      return -1;
    }
    for (int i = 0; i < flags.length; i++) {
      if (!table.get(flags(i)).has(SystemFlag.SEEN)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds the UIDs from index to index, exclusive; a run without gaps is one range. */
  void collect(UidSet.Builder into, int from, int to) {
    if (from < to && uid(to - 1) - uid(from) == to - 1 - from) {
      into.addRange(uid(from), uid(to - 1));
      return;
    }
    for (int i = from; i < to; i++) {
      into.add(uid(i));
    }
  }

  /** Adds the messages whose MODSEQ is above. */
  void changedAbove(long modSeq, UidSet.Builder into) {
    for (int run = 0; run < highestOfRuns.length; run++) {
      if (highestOfRuns[run] > modSeq) {
        int end = Math.min((run + 1) * RUN, uids.length);
        for (int i = run * RUN; i < end; i++) {
          if (modSeqs[i] > modSeq) {
            into.add(uid(i));
          }
        }
      }
    }
  }

  /** The numbers of the sets of flags that its messages have, each once, ascending. */
  int[] usedFlags() {
    return usedFlags;
  }

  private static long[] highestOfRuns(long[] modSeqs) {
    long[] highest = new long[(modSeqs.length + RUN - 1) / RUN];
    for (int i = 0; i < modSeqs.length; i++) {
      highest[i / RUN] = Math.max(highest[i / RUN], modSeqs[i]);
    }
    return highest;
  }

  /** Neighbours mostly have the same flags. */
  private static int[] distinct(int[] flags) {
    IntStream.Builder runs = IntStream.builder();
    int last = -1;
    for (int number : flags) {
      if (number != last) {
        runs.add(number);
        last = number;
      }
    }
    return runs.build().sorted().distinct().toArray();
  }

  private static char[] places(int[] flags, int[] used) {
    char[] places = new char[flags.length];
    for (int i = 0; i < flags.length; i++) {
      boolean same = i > 0 && flags[i] == flags[i - 1];
      places[i] = same ? places[i - 1] : (char) Arrays.binarySearch(used, flags[i]);
    }
    return places;
  }
}
