package org.restante.imap.search;

import java.util.Optional;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.UidSet;

/**
 * SEARCH and UID SEARCH.
 *
 * @param criteria what to look for
 * @param options what to tell of it; absent for the SEARCH response
 * @rfc 3501 6.4.4
 * @rfc 4731 3
 */
public record Search(SearchCriteria criteria, Optional<ResultOptions> options, boolean byUid)
    implements Command.InMailbox {

  /** Reads a SEARCH. */
  public static Search read(ImapReader in) {
    return read(in, false);
  }

  /** Reads a UID SEARCH. */
  public static Search readByUid(ImapReader in) {
    return read(in, true);
  }

  private static Search read(ImapReader in, boolean byUid) {
    in.expectSpace();
    Optional<ResultOptions> options = ResultOptions.take(in);
    return new Search(SearchCriteria.read(in), options, byUid);
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    SearchPlan plan = SearchPlan.of(criteria.key(), selected);
    boolean saves = options.filter(ResultOptions::save).isPresent();
    if (saves) {
      // What follows may be refused, and then $ is empty (RFC 5182 §2.1).
      selected.save(UidSet.EMPTY);
    }
    criteria.requireCharset();
    try (MailboxSnapshot snapshot = conversation.store().snapshot(selected.ref())) {
      Finder finder = new Finder(snapshot, selected);
      UidSet found = finder.find(plan);
      answer(conversation.out(), selected, found);
      return finder.among() < selected.exists() && !byUid
          ? Completion.ok("EXPUNGEISSUED", "SEARCH completed")
          : Completion.ok("SEARCH completed");
    }
  }

  private void answer(ImapWriter out, Selected selected, UidSet found) {
    if (options.isEmpty()) {
      out.raw("* SEARCH");
      found.stream().forEach(uid -> out.raw(' ').number(byUid ? uid : selected.number(uid)));
      out.endLine();
      return;
    }
    long[] uids = found.stream().toArray();
    if (options.get().save()) {
      selected.save(options.get().saved(uids));
    }
    options.get().write(out, byUid ? uids : selected.numbers(uids), byUid);
  }
}
