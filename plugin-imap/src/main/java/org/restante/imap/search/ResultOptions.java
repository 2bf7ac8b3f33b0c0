package org.restante.imap.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.restante.imap.session.Conversation;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.imap.syntax.SyntaxError;
import org.restante.message.UidSet;

/**
 * What is told of the results of SEARCH or SORT, and the ESEARCH response that tells it.
 *
 * @param options what to tell; none where the results are only to be kept
 * @param partial a page of them
 * @param save whether they are kept for {@code $}
 * @rfc 4731 3.1
 * @rfc 5182 2
 * @rfc 5267 3.1
 * @rfc 9394 3.1
 */
public record ResultOptions(Set<Option> options, Optional<PartialRange> partial, boolean save) {

  /** A figure of the results. */
  public enum Option {
    /** The first. */
    MIN,
    /** The last. */
    MAX,
    /** All. */
    ALL,
    /** How many. */
    COUNT
  }

  /** All results, and nothing kept. */
  static final ResultOptions EVERYTHING =
      new ResultOptions(EnumSet.of(Option.ALL), Optional.empty(), false);

  /** Copies the options. */
  public ResultOptions {
    options = Set.copyOf(options);
  }

  /** Reads RETURN and its list, and the space behind it, where they come next. */
  public static Optional<ResultOptions> take(ImapReader in) {
    if (!in.takeWord("RETURN")) {
      return Optional.empty();
    }
    in.expectSpace();
    in.expect('(');
    Set<Option> options = EnumSet.noneOf(Option.class);
    Optional<PartialRange> partial = Optional.empty();
    boolean save = false;
    boolean more = in.peek() != ')';
    while (more) {
      switch (in.expectName()) {
        case "SAVE" -> save = true;
        case "PARTIAL" -> partial = Optional.of(page(in, partial.isEmpty()));
        case "MIN" -> options.add(Option.MIN);
        case "MAX" -> options.add(Option.MAX);
        case "ALL" -> options.add(Option.ALL);
        case "COUNT" -> options.add(Option.COUNT);
        default -> throw new SyntaxError("no such result option");
      }
      more = in.take(' ');
    }
    in.expect(')');
    in.expectSpace();
    return Optional.of(complete(options, partial, save));
  }

  private static PartialRange page(ImapReader in, boolean first) {
    if (!first) {
      throw new SyntaxError("more than one PARTIAL");
    }
    in.expectSpace();
    return PartialRange.read(in);
  }

  /** An empty list asks for all of them. */
  private static ResultOptions complete(
      Set<Option> options, Optional<PartialRange> partial, boolean save) {
    if (partial.isPresent() && options.contains(Option.ALL)) {
      throw new SyntaxError("PARTIAL and ALL exclude each other");
    }
    if (options.isEmpty() && partial.isEmpty() && !save) {
      options.add(Option.ALL);
    }
    return new ResultOptions(options, partial, save);
  }

  /**
   * The results that the options speak of: what {@code $} is from now on, and whose MODSEQs count.
   *
   * @param uids the results in their order
   * @rfc 4731 3.2
   * @rfc 5182 2.4
   * @rfc 9394 3.2
   */
  public UidSet meant(long[] uids) {
    boolean some =
        !options.contains(Option.ALL)
            && !options.contains(Option.COUNT)
            && (!options.isEmpty() || partial.isPresent());
    if (!some || uids.length == 0) {
      return set(uids);
    }
    UidSet meant = partial.map(page -> set(page(page, uids))).orElse(UidSet.EMPTY);
    if (options.contains(Option.MIN)) {
      meant = meant.union(UidSet.of(uids[0]));
    }
    if (options.contains(Option.MAX)) {
      meant = meant.union(UidSet.of(uids[uids.length - 1]));
    }
    return meant;
  }

  /**
   * Writes the response; nothing where the results are only kept.
   *
   * @param results numbers or UIDs in their order
   * @param byUid whether they are UIDs
   * @param modSeq the highest MODSEQ of what they speak of, or 0 where nobody asked
   */
  public void write(Conversation conversation, long[] results, boolean byUid, long modSeq) {
    if (options.isEmpty() && partial.isEmpty()) {
      return;
    }
    ImapWriter out = conversation.out();
    out.raw("* ESEARCH (TAG ").string(conversation.tag()).raw(')').raw(byUid ? " UID" : "");
    if (options.contains(Option.MIN) && results.length > 0) {
      out.raw(" MIN ").number(results[0]);
    }
    if (options.contains(Option.MAX) && results.length > 0) {
      out.raw(" MAX ").number(results[results.length - 1]);
    }
    if (options.contains(Option.ALL) && results.length > 0) {
      writeRuns(out.raw(" ALL "), results);
    }
    if (options.contains(Option.COUNT)) {
      out.raw(" COUNT ").number(results.length);
    }
    partial.ifPresent(page -> writePage(out, page, page(page, results)));
    if (modSeq > 0) {
      out.raw(" MODSEQ ").number(modSeq);
    }
    out.endLine();
  }

  private static void writePage(ImapWriter out, PartialRange range, long[] page) {
    out.raw(" PARTIAL (").raw(range.text()).raw(' ');
    if (page.length == 0) {
      out.raw("NIL");
    } else {
      writeRuns(out, page);
    }
    out.raw(')');
  }

  /** In their order; a range only where numbers ascend without a gap. */
  private static void writeRuns(ImapWriter out, long[] results) {
    int at = 0;
    while (at < results.length) {
      int end = at + 1;
      while (end < results.length && results[end] == results[end - 1] + 1) {
        end++;
      }
      out.raw(at == 0 ? "" : ",").number(results[at]);
      if (end - at > 1) {
        out.raw(':').number(results[end - 1]);
      }
      at = end;
    }
  }

  private static long[] page(PartialRange page, long[] results) {
    int from = (int) page.from(results.length);
    return Arrays.copyOfRange(results, from, from + (int) page.size(results.length));
  }

  private static UidSet set(long[] uids) {
    UidSet.Builder set = new UidSet.Builder();
    LongStream.of(uids).forEach(set::add);
    return set.build();
  }
}
