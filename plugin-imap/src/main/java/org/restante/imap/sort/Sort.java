package org.restante.imap.sort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.restante.imap.search.Finder;
import org.restante.imap.search.ResultOptions;
import org.restante.imap.search.SearchCriteria;
import org.restante.imap.search.SearchPlan;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Refused;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.UidSet;

/**
 * SORT and UID SORT.
 *
 * @param options what to tell of the result; absent for the SORT response
 * @param order by what to sort, the first one first
 * @param criteria what to look for
 * @rfc 5256 3
 * @rfc 5267 3
 */
public record Sort(
    Optional<ResultOptions> options, List<Criterion> order, SearchCriteria criteria, boolean byUid)
    implements Command.InMailbox {

  /** Most messages that are sorted or threaded at a time: each costs some 200 octets meanwhile. */
  public static final int MOST = 500_000;

  private static final int MOST_CRITERIA = 20;

  /** A key, perhaps from the highest to the lowest. */
  record Criterion(SortKey key, boolean reverse) {

    static Criterion read(ImapReader in) {
      String name = in.expectName();
      boolean reverse = name.equals("REVERSE");
      if (reverse) {
        in.expectSpace();
        name = in.expectName();
      }
      for (SortKey key : SortKey.values()) {
        if (key.name().equals(name)) {
          return new Criterion(key, reverse);
        }
      }
      throw new SyntaxError("no such sort key");
    }
  }

  /** A message and what it is sorted by. */
  private record Sorted(long uid, List<Object> values) {}

  /** Copies the order. */
  public Sort {
    order = List.copyOf(order);
  }

  /** Reads a SORT. */
  public static Sort read(ImapReader in) {
    return read(in, false);
  }

  /** Reads a UID SORT. */
  public static Sort readByUid(ImapReader in) {
    return read(in, true);
  }

  private static Sort read(ImapReader in, boolean byUid) {
    in.expectSpace();
    Optional<ResultOptions> options = ResultOptions.take(in);
    List<Criterion> order = new ArrayList<>();
    in.expect('(');
    do {
      order.add(Criterion.read(in));
    } while (in.take(' '));
    in.expect(')');
    if (order.size() > MOST_CRITERIA) {
      throw new SyntaxError("too many sort keys");
    }
    in.expectSpace();
    return new Sort(options, order, SearchCriteria.readWithCharset(in), byUid);
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    SearchPlan plan = criteria.plan(conversation, selected);
    boolean saves = options.filter(ResultOptions::save).isPresent();
    if (saves) {
      selected.save(UidSet.EMPTY);
    }
    criteria.requireCharset();
    try (MailboxSnapshot snapshot = conversation.store().snapshot(selected.ref())) {
      UidSet found = new Finder(conversation, snapshot, selected).find(plan);
      requireFew(found);
      answer(conversation, selected, sorted(snapshot, found), found, snapshot.view());
      return Completion.ok("SORT completed");
    }
  }

  /** Refuses more messages than {@link #MOST}. */
  public static void requireFew(UidSet found) {
    if (found.count() > MOST) {
      throw new Refused("LIMIT", "Too many messages to put in order; look for fewer");
    }
  }

  private void answer(
      Conversation conversation, Selected selected, long[] uids, UidSet found, MailboxView view) {
    long[] results = byUid ? uids : selected.numbers(uids);
    if (options.isEmpty()) {
      plain(conversation.out(), results, criteria.modSeq(view, found));
      return;
    }
    UidSet meant = options.get().meant(uids);
    if (options.get().save()) {
      selected.save(meant);
    }
    options.get().write(conversation, results, byUid, criteria.modSeq(view, meant));
  }

  private static void plain(ImapWriter out, long[] results, long modSeq) {
    out.raw("* SORT");
    LongStream.of(results).forEach(number -> out.raw(' ').number(number));
    if (modSeq > 0) {
      out.raw(" (MODSEQ ").number(modSeq).raw(')');
    }
    out.endLine();
  }

  private long[] sorted(MailboxSnapshot snapshot, UidSet found) {
    List<Sorted> messages = new ArrayList<>((int) found.count());
    snapshot.indexed(
        found,
        (message, index) -> {
          List<Object> values = new ArrayList<>(order.size());
          order.forEach(criterion -> values.add(criterion.key().of(message, index)));
          return messages.add(new Sorted(message.uid(), values));
        });
    messages.sort(comparator());
    return messages.stream().mapToLong(Sorted::uid).toArray();
  }

  /** The sort is stable, and messages came by UID: that is the last criterion. */
  private Comparator<Sorted> comparator() {
    Comparator<Sorted> all = (one, other) -> 0;
    for (int i = 0; i < order.size(); i++) {
      int at = i;
      Comparator<Sorted> one =
          Comparator.comparing(message -> message.values().get(at), SortKey.ORDER);
      all = all.thenComparing(order.get(i).reverse() ? one.reversed() : one);
    }
    return all;
  }
}
