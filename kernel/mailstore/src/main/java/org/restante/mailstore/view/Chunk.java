package org.restante.mailstore.view;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/**
 * A run of messages. The arrays never change. Sets of flags are numbered from 0, so that their
 * numbers nearly always fit into two octets.
 */
final class Chunk {
  static final int CAPACITY = 1_024;

  // this object, its places in a view, and the heads of its three arrays, all on a 64-bit JVM
  private static final long OVERHEAD = 48 + 8 + 3 * 16;

  private final int[] uids;
  private final long[] modSeqs;
  private final char[] flags;
  private final int @Nullable [] wideFlags;
  private final long highestModSeq;

  Chunk(int[] uids, long[] modSeqs, int[] flags) {
    this.uids = uids;
    this.modSeqs = modSeqs;
    boolean narrow = Arrays.stream(flags).allMatch(number -> number <= Character.MAX_VALUE);
    this.flags = narrow ? narrowed(flags) : new char[0];
    this.wideFlags = narrow ? null : flags;
    this.highestModSeq = Arrays.stream(modSeqs).max().orElse(0);
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
    return wideFlags == null ? flags[at] : wideFlags[at];
  }

  /** Octets in memory, all that belongs to it. */
  long weight() {
    long octetsOfFlags = wideFlags == null ? Character.BYTES : Integer.BYTES;
    return OVERHEAD + uids.length * (Integer.BYTES + Long.BYTES + octetsOfFlags);
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
    for (int i = 0; i < uids.length; i++) {
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

  int[] usedFlags() {
    return IntStream.range(0, uids.length).map(this::flags).distinct().toArray();
  }

  private static char[] narrowed(int[] numbers) {
    char[] narrow = new char[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      narrow[i] = (char) numbers[i];
    }
    return narrow;
  }
}
