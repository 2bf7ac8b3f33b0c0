package org.restante.imap.search;

import java.util.Optional;
import org.restante.imap.extension.Feature;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.UidSet;

/**
 * SEARCH and UID SEARCH.
 *
 * @param criteria what to look for
 * @param options what to tell of it; absent for the SEARCH response
 * @rfc 3501 6.4.4
 * @rfc 4731 3
 * @rfc 7162 3.1.5
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
    SearchPlan plan = criteria.plan(conversation, selected);
    Optional<ResultOptions> asked = asked(conversation);
    boolean saves = asked.filter(ResultOptions::save).isPresent();
    if (saves) {
      // What follows may be refused, and then $ is empty (RFC 5182 §2.1).
      selected.save(UidSet.EMPTY);
    }
    criteria.requireCharset();
    try (MailboxSnapshot snapshot = conversation.store().snapshot(selected.ref())) {
      Finder finder = new Finder(conversation, snapshot, selected);
      UidSet found = finder.find(plan);
      answer(conversation, selected, asked, found, snapshot.view());
      return finder.among() < selected.exists() && !byUid
          ? Completion.ok("EXPUNGEISSUED", "SEARCH completed")
          : Completion.ok("SEARCH completed");
    }
  }

  /**
   * IMAP4rev2 has no SEARCH response.
   *
   * @rfc 9051 6.4.4
   */
  private Optional<ResultOptions> asked(Conversation conversation) {
    return options.isEmpty() && conversation.has(Feature.IMAP4REV2)
        ? Optional.of(ResultOptions.EVERYTHING)
        : options;
  }

  private void answer(
      Conversation conversation,
      Selected selected,
      Optional<ResultOptions> asked,
      UidSet found,
      MailboxView view) {
    if (asked.isEmpty()) {
      plain(conversation.out(), selected, found, criteria.modSeq(view, found));
      return;
    }
    long[] uids = found.stream().toArray();
    UidSet meant = asked.get().meant(uids);
    if (asked.get().save()) {
      selected.save(meant);
    }
    long[] results = byUid ? uids : selected.numbers(uids);
    asked.get().write(conversation, results, byUid, criteria.modSeq(view, meant));
  }

  private void plain(ImapWriter out, Selected selected, UidSet found, long modSeq) {
    out.raw("* SEARCH");
    found.stream().forEach(uid -> out.raw(' ').number(byUid ? uid : selected.number(uid)));
    if (modSeq > 0) {
      out.raw(" (MODSEQ ").number(modSeq).raw(')');
    }
    out.endLine();
  }
}
