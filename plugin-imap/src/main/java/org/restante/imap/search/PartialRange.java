package org.restante.imap.search;

import org.restante.imap.syntax.ImapReader;

/**
 * A page of results, counted from the first or from the last one.
 *
 * @param first where it begins: 1 is the first, or the last where it counts from there
 * @param last where it ends, itself included; not below {@code first}
 * @param fromEnd whether it counts from the last one
 * @param text as it is answered, its lower end first
 * @rfc 9394 3.1
 */
public record PartialRange(long first, long last, boolean fromEnd, String text) {

  /** Reads a range; its ends come in either order. */
  public static PartialRange read(ImapReader in) {
    boolean fromEnd = in.take('-');
    long one = in.expectPositive();
    in.expect(':');
    if (fromEnd) {
      in.expect('-');
    }
    long other = in.expectPositive();
    String sign = fromEnd ? "-" : "";
    long first = Math.min(one, other);
    long last = Math.max(one, other);
    return new PartialRange(first, last, fromEnd, sign + first + ":" + sign + last);
  }

  /** Where the page begins among so many results, counted from 0. */
  public long from(long count) {
    return fromEnd ? Math.max(0, count - last) : Math.min(count, first - 1);
  }

  /** How many of so many results are on the page. */
  public long size(long count) {
    return Math.max(0, to(count) - from(count));
  }

  /** Where the page ends, the first one behind it. */
  public long to(long count) {
    return fromEnd ? Math.max(0, count - first + 1) : Math.min(count, last);
  }
}
