package org.restante.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/**
 * An immutable, ascending set of UIDs (1 to 2³²-1) kept as ranges: its size in memory is that of
 * its ranges, not of its members.
 */
public final class UidSet {

  /** The highest UID there can be. */
  public static final long MAX_UID = 0xFFFF_FFFFL;

  /** No UID. */
  public static final UidSet EMPTY = new UidSet(new long[0]);

  /** Every UID. */
  public static final UidSet ALL = new UidSet(new long[] {1, MAX_UID});

  // first, last, first, last, … ascending, ranges never touch
  private final long[] bounds;

  private UidSet(long[] bounds) {
    this.bounds = bounds;
  }

  /** One UID. */
  public static UidSet of(long uid) {
    return range(uid, uid);
  }

  /** All from first to last, both inclusive and in either order. */
  public static UidSet range(long first, long last) {
    return new Builder().addRange(Math.min(first, last), Math.max(first, last)).build();
  }

  /** These UIDs, in any order. */
  public static UidSet of(Collection<Long> uids) {
    Builder builder = new Builder();
    uids.forEach(uid -> builder.addRange(uid, uid));
    return builder.build();
  }

  /** Whether there is no UID in it. */
  public boolean isEmpty() {
    return bounds.length == 0;
  }

  /** How many UIDs there are in it. */
  public long count() {
    long count = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      count += bounds[i + 1] - bounds[i] + 1;
    }
    return count;
  }

  /** Number of ranges. */
  public int ranges() {
    return bounds.length / 2;
  }

  /** Lowest UID of the n-th range. */
  public long first(int range) {
    return bounds[2 * range];
  }

  /** Highest UID of the n-th range. */
  public long last(int range) {
    return bounds[2 * range + 1];
  }

  /** Whether the UID is in it. */
  public boolean contains(long uid) {
    int at = Arrays.binarySearch(bounds, uid);
    return at >= 0 || (-at - 1) % 2 == 1;
  }

  /** The UIDs, ascending. */
  public LongStream stream() {
    return LongStream.range(0, ranges())
        .flatMap(range -> LongStream.rangeClosed(first((int) range), last((int) range)));
  }

  /** The UIDs, ascending. */
  public PrimitiveIterator.OfLong iterator() {
    return stream().iterator();
  }

  /** Those in this set or the other. */
  public UidSet union(UidSet other) {
    return new Builder().addAll(this).addAll(other).build();
  }

  /** Those in both. */
  public UidSet intersect(UidSet other) {
    Builder builder = new Builder();
    int mine = 0;
    int theirs = 0;
    while (mine < ranges() && theirs < other.ranges()) {
      long first = Math.max(first(mine), other.first(theirs));
      long last = Math.min(last(mine), other.last(theirs));
      if (first <= last) {
        builder.addRange(first, last);
      }
      if (last(mine) < other.last(theirs)) {
        mine++;
      } else {
        theirs++;
      }
    }
    return builder.build();
  }

  /** Those in this set only; costs the ranges of both. */
  public UidSet minus(UidSet others) {
    Builder builder = new Builder();
    int theirs = 0;
    for (int mine = 0; mine < ranges(); mine++) {
      long next = first(mine);
      while (theirs < others.ranges() && others.last(theirs) < next) {
        theirs++;
      }
      for (int at = theirs; at < others.ranges() && others.first(at) <= last(mine); at++) {
        if (others.first(at) > next) {
          builder.addRange(next, others.first(at) - 1);
        }
        next = others.last(at) + 1;
      }
      if (next <= last(mine)) {
        builder.addRange(next, last(mine));
      }
    }
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UidSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  /** The set as {@code 1:3,7}; empty for no UID. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ranges(); i++) {
      text.append(i == 0 ? "" : ",").append(first(i));
      if (last(i) != first(i)) {
        text.append(':').append(last(i));
      }
    }
    return text.toString();
  }

  /** Collects UIDs in any order; appending in ascending order costs nothing extra. */
  public static final class Builder {
    private final ArrayList<long[]> ranges = new ArrayList<>();
    private boolean ascending = true;

    /** Adds one UID. */
    public Builder add(long uid) {
      return addRange(uid, uid);
    }

    /** Adds all from first to last, inclusive; UIDs outside 1 to 2³²-1 are refused. */
    public Builder addRange(long first, long last) {
      if (first < 1 || last > MAX_UID || first > last) {
        throw new IllegalArgumentException("no UID range: " + first + ":" + last);
      }
      long[] previous = ranges.isEmpty() ? null : ranges.getLast();
      if (previous == null || first > previous[1] + 1) {
        ranges.add(new long[] {first, last});
      } else if (first >= previous[0]) {
        previous[1] = Math.max(previous[1], last);
      } else {
        ascending = false;
        ranges.add(new long[] {first, last});
      }
      return this;
    }

    /** Adds all of a set. */
    public Builder addAll(UidSet set) {
      for (int i = 0; i < set.ranges(); i++) {
        addRange(set.first(i), set.last(i));
      }
      return this;
    }

    /** The set. */
    public UidSet build() {
      if (!ascending) {
        return sorted().build();
      }
      return ranges.isEmpty()
          ? EMPTY
          : new UidSet(ranges.stream().flatMapToLong(Arrays::stream).toArray());
    }

    private Builder sorted() {
      ranges.sort((a, b) -> Long.compare(a[0], b[0]));
      Builder merged = new Builder();
      ranges.forEach(range -> merged.addRange(range[0], range[1]));
      return merged;
    }
  }
}
