package org.restante.imap.session;

import org.restante.mailbox.MailboxView;
import org.restante.message.UidSet;

/**
 * Which message has which sequence number, as the client knows it.
 *
 * @rfc 3501 2.3.1.2
 */
sealed interface Numbering permits Numbering.OfView, Numbering.OfRanges {

  /** How many messages are numbered. */
  int size();

  /** MODSEQ at which the messages were numbered: what left above it is not told yet. */
  long modSeq();

  /** UID at an index; the sequence number is one more. */
  long uid(int index);

  /** Index of a UID, or {@code -(insertion point) - 1}. */
  int indexOf(long uid);

  /** All UIDs. */
  default UidSet uids() {
    UidSet.Builder uids = new UidSet.Builder();
    addTo(uids, 0, size());
    return uids.build();
  }

  /** Adds the UIDs from one index up to another, halving until they are without gaps. */
  default void addTo(UidSet.Builder uids, int from, int to) {
    if (from >= to) {
      return;
    }
    long first = uid(from);
    long last = uid(to - 1);
    if (last - first == to - 1 - from) {
      uids.addRange(first, last);
    } else {
      int middle = (from + to) >>> 1;
      addTo(uids, from, middle);
      addTo(uids, middle, to);
    }
  }

  /** The UIDs of messages numbered so; numbers above the last are left out. */
  default UidSet numbered(UidSet numbers) {
    UidSet.Builder uids = new UidSet.Builder();
    for (int i = 0; i < numbers.ranges() && numbers.first(i) <= size(); i++) {
      addTo(uids, (int) numbers.first(i) - 1, (int) Math.min(size(), numbers.last(i)));
    }
    return uids.build();
  }

  /** The UIDs of the set that are numbered. */
  default UidSet present(UidSet set) {
    UidSet.Builder uids = new UidSet.Builder();
    for (int i = 0; i < set.ranges(); i++) {
      int last = indexOf(set.last(i));
      addTo(uids, ceiling(set.first(i)), last < 0 ? -last - 1 : last + 1);
    }
    return uids.build();
  }

  private int ceiling(long uid) {
    int index = indexOf(uid);
    return index < 0 ? -index - 1 : index;
  }

  /** As in a view: costs nothing. */
  record OfView(MailboxView view) implements Numbering {
    @Override
    public int size() {
      return view.exists();
    }

    @Override
    public long modSeq() {
      return view.mailbox().highestModSeq();
    }

    @Override
    public long uid(int index) {
      return view.uid(index);
    }

    @Override
    public int indexOf(long uid) {
      return view.indexOf(uid);
    }
  }

  /** As a suspended session kept it, until the next sync point. */
  final class OfRanges implements Numbering {
    private final UidSet uids;
    private final long modSeq;
    private final int[] before;

    OfRanges(UidSet uids, long modSeq) {
      this.uids = uids;
      this.modSeq = modSeq;
      this.before = new int[uids.ranges() + 1];
      for (int i = 0; i < uids.ranges(); i++) {
        before[i + 1] = before[i] + (int) (uids.last(i) - uids.first(i) + 1);
      }
    }

    @Override
    public int size() {
      return before[uids.ranges()];
    }

    @Override
    public long modSeq() {
      return modSeq;
    }

    @Override
    public long uid(int index) {
      int range = java.util.Arrays.binarySearch(before, index);
      range = range < 0 ? -range - 2 : range;
      return uids.first(range) + index - before[range];
    }

    @Override
    public int indexOf(long uid) {
      int low = 0;
      int high = uids.ranges();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (uids.last(middle) < uid) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      boolean inside = low < uids.ranges() && uids.first(low) <= uid;
      return inside ? before[low] + (int) (uid - uids.first(low)) : -before[low] - 1;
    }

    @Override
    public UidSet uids() {
      return uids;
    }
  }
}
