package org.restante.imap.search;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;
import org.restante.imap.letter.OpenLetter;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Feature;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Progress;
import org.restante.imap.session.Refused;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;

/**
 * SEARCH and UID SEARCH.
 *
 * @rfc 3501 6.4.4
 * @rfc 7162 3.1.5
 */
public record Search(SearchKey key, boolean byUid) implements Command.InMailbox {

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
    // Without a charset it is US-ASCII, which UTF-8 holds; clients that send more mean UTF-8.
    Charset charset = StandardCharsets.UTF_8;
    if (in.takeWord("CHARSET")) {
      in.expectSpace();
      charset = charset(in.expectAstring());
      in.expectSpace();
    }
    return new Search(new SearchKeySyntax(in, charset).expectAll(), byUid);
  }

  private static Charset charset(String name) {
    try {
      return name.equalsIgnoreCase("US-ASCII") ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Refused("BADCHARSET (US-ASCII UTF-8)", "The charset is not known here");
    }
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    if (key.usesNumbers()) {
      conversation.requireNumbers();
      conversation.keepNumbers();
    }
    boolean modSeqs = key.asksModSeq();
    if (modSeqs) {
      conversation.enable(Feature.CONDSTORE);
    }
    SearchPlan plan = SearchPlan.of(key, selected);
    ImapWriter out = conversation.out();
    try (MailboxSnapshot snapshot = conversation.store().snapshot(selected.ref())) {
      MailboxView view = snapshot.view();
      UidSet there = view.present(selected.allMessages());
      UidSet possible = conversation.limit().enforced(cheaply(plan, view, there));
      UidSet.Builder found = new UidSet.Builder();
      if (plan.dear().isEmpty()) {
        found.addAll(possible);
      } else {
        SearchPlan.Test test = plan.dear().getFirst();
        Progress progress = conversation.progress(possible.count());
        snapshot.messages(
            possible,
            message -> {
              progress.step();
              if (holds(test, snapshot, message)) {
                found.add(message.uid());
              }
              return true;
            });
      }
      write(out, selected, found.build(), modSeqs ? view : null);
      return there.count() < selected.exists() && !byUid
          ? Completion.ok("EXPUNGEISSUED", "SEARCH completed")
          : Completion.ok("SEARCH completed");
    }
  }

  private static UidSet cheaply(SearchPlan plan, MailboxView view, UidSet there) {
    UidSet.Builder possible = new UidSet.Builder();
    for (PrimitiveIterator.OfLong each = there.iterator(); each.hasNext(); ) {
      long uid = each.nextLong();
      if (plan.cheap()
          .test(
              new Candidate(
                  uid, view.flags(view.indexOf(uid)), view.modSeq(view.indexOf(uid)), null))) {
        possible.add(uid);
      }
    }
    return possible.build();
  }

  private static boolean holds(
      SearchPlan.Test test, MailboxSnapshot snapshot, StoredMessage message) {
    MailboxView view = snapshot.view();
    int index = view.indexOf(message.uid());
    try (OpenLetter open = new OpenLetter(snapshot, message)) {
      return test.holds()
          .test(new Candidate(message.uid(), view.flags(index), view.modSeq(index), open));
    }
  }

  /** Writes what was found and, where a view is given, the highest MODSEQ of that. */
  private void write(
      ImapWriter out, Selected selected, UidSet found, @Nullable MailboxView modSeqs) {
    out.raw("* SEARCH");
    found.stream().forEach(uid -> out.raw(' ').number(byUid ? uid : selected.number(uid)));
    if (modSeqs != null && !found.isEmpty()) {
      long highest =
          found.stream().map(uid -> modSeqs.modSeq(modSeqs.indexOf(uid))).max().orElseThrow();
      out.raw(" (MODSEQ ").number(highest).raw(')');
    }
    out.endLine();
  }
}
