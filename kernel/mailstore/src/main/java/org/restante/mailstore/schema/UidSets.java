package org.restante.mailstore.schema;

import java.util.ArrayList;
import java.util.List;
import org.restante.message.UidSet;

/** UID sets in rows, cut into pieces that fit into a value. */
public final class UidSets {

  /** Ranges in one piece: ten octets each at most, so a piece stays below 40 KiB. */
  public static final int RANGES = 4_000;

  private UidSets() {}

  /** The set in pieces; one empty piece for the empty set. */
  public static List<UidSet> pieces(UidSet set) {
    if (set.ranges() <= RANGES) {
      return List.of(set);
    }
    List<UidSet> pieces = new ArrayList<>();
    for (int from = 0; from < set.ranges(); from += RANGES) {
      UidSet.Builder piece = new UidSet.Builder();
      for (int i = from; i < Math.min(from + RANGES, set.ranges()); i++) {
        piece.addRange(set.first(i), set.last(i));
      }
      pieces.add(piece.build());
    }
    return pieces;
  }

  static void write(RowWriter row, UidSet set) {
    row.number(set.ranges());
    long end = 0;
    for (int i = 0; i < set.ranges(); i++) {
      row.number(set.first(i) - end).number(set.last(i) - set.first(i));
      end = set.last(i);
    }
  }

  static UidSet read(RowReader row) {
    long ranges = row.number();
    UidSet.Builder set = new UidSet.Builder();
    long end = 0;
    for (long i = 0; i < ranges; i++) {
      long first = end + row.number();
      end = first + row.number();
      set.addRange(first, end);
    }
    return set.build();
  }
}
