package org.restante.pop3.maildrop;

import java.util.Arrays;
import org.restante.message.UidSet;

/**
 * Message numbers, counted from 1 in the order of UIDs; its size is that of the ranges of the set.
 */
final class Numbering {

  private final UidSet uids;

  /** Messages in front of each range. */
  private final int[] before;

  private final int count;

  Numbering(UidSet uids) {
    this.uids = uids;
    this.before = new int[uids.ranges()];
    long total = 0;
    for (int range = 0; range < before.length; range++) {
      before[range] = Math.toIntExact(total);
      total += uids.last(range) - uids.first(range) + 1;
    }
    this.count = Math.toIntExact(total);
  }

  UidSet uids() {
    return uids;
  }

  int count() {
    return count;
  }

  /** UID of the message of a number, 1 to {@link #count}. */
  long uid(int number) {
    int at = Arrays.binarySearch(before, number - 1);
    int range = at >= 0 ? at : -at - 2;
    return uids.first(range) + (number - 1 - before[range]);
  }

  /** Number of the message of a UID that is in the set. */
  int number(long uid) {
    int low = 0;
    int high = before.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (uids.first(middle) <= uid) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return Math.toIntExact(before[low] + uid - uids.first(low)) + 1;
  }
}
