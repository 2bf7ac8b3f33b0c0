package org.restante.imap.syntax;

import java.util.ArrayList;
import java.util.List;
import org.restante.message.UidSet;

/**
 * Message sequence numbers or UIDs as a client gives them. {@code *} is kept as {@link #LAST} until
 * the mailbox is known, and {@code $}, the result that a SEARCH saved, is {@link #SAVED}.
 *
 * @rfc 3501 9
 * @rfc 5182 3
 */
public record SequenceSet(List<Range> ranges) {

  /** Stands for {@code *}. */
  public static final long LAST = 0;

  /** Stands for {@code $}: the one set without a range. */
  public static final SequenceSet SAVED = new SequenceSet(List.of());

  /** Ends in either order. */
  public record Range(long first, long last) {

    boolean names(long number) {
      return first == number || last == number;
    }
  }

  public SequenceSet {
    ranges = List.copyOf(ranges);
  }

  static SequenceSet read(ImapReader in, int mostRanges) {
    if (in.take('$')) {
      return SAVED;
    }
    List<Range> ranges = new ArrayList<>();
    do {
      if (ranges.size() == mostRanges) {
        throw new SyntaxError("sequence set of too many ranges");
      }
      long first = number(in);
      ranges.add(new Range(first, in.take(':') ? number(in) : first));
    } while (in.take(','));
    return new SequenceSet(ranges);
  }

  /** Whether this is {@code $}. */
  public boolean isSaved() {
    return ranges.isEmpty();
  }

  private static long number(ImapReader in) {
    return in.take('*') ? LAST : in.expectPositive();
  }

  /** Whether it names one number. */
  public boolean isSingle() {
    return ranges.size() == 1 && ranges.getFirst().first() == ranges.getFirst().last();
  }

  /** The numbers meant where {@code last} is the largest in use. */
  public UidSet upTo(long last) {
    UidSet.Builder numbers = new UidSet.Builder();
    for (Range range : ranges) {
      long one = range.first() == LAST ? last : range.first();
      long other = range.last() == LAST ? last : range.last();
      numbers.addRange(Math.min(one, other), Math.max(one, other));
    }
    return numbers.build();
  }

  /** Whether a number above this one is named, or {@code *} where there is none. */
  public boolean exceeds(long last) {
    return ranges.stream()
        .anyMatch(
            range ->
                range.first() > last || range.last() > last || (last == 0 && range.names(LAST)));
  }
}
