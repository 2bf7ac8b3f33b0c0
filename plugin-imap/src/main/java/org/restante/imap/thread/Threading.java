package org.restante.imap.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.restante.imap.letter.BaseSubject;
import org.restante.imap.letter.MessageIds;
import org.restante.imap.letter.OpenLetter;
import org.restante.imap.letter.SentDate;
import org.restante.imap.search.Finder;
import org.restante.imap.search.SearchCriteria;
import org.restante.imap.search.SearchPlan;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.sort.Sort;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.UidSet;

/**
 * THREAD and UID THREAD.
 *
 * @rfc 5256 3
 */
public record Threading(Algorithm algorithm, SearchCriteria criteria, boolean byUid)
    implements Command.InMailbox {
  // Of a letter that names more, the first and the last ones count: senders cut in the middle too.
  private static final int MOST_REFERENCES = 100;

  /** Reads a THREAD. */
  public static Threading read(ImapReader in) {
    return read(in, false);
  }

  /** Reads a UID THREAD. */
  public static Threading readByUid(ImapReader in) {
    return read(in, true);
  }

  private static Threading read(ImapReader in, boolean byUid) {
    in.expectSpace();
    Algorithm algorithm =
        switch (in.expectName()) {
          case "ORDEREDSUBJECT" -> Algorithm.ORDEREDSUBJECT;
          case "REFERENCES" -> Algorithm.REFERENCES;
          default -> throw new SyntaxError("no such threading algorithm");
        };
    in.expectSpace();
    return new Threading(algorithm, SearchCriteria.readWithCharset(in), byUid);
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    SearchPlan plan = criteria.plan(conversation, selected);
    criteria.requireCharset();
    try (MailboxSnapshot snapshot = conversation.store().snapshot(selected.ref())) {
      UidSet found = new Finder(conversation, snapshot, selected).find(plan);
      Sort.requireFew(found);
      LongUnaryOperator number = byUid ? LongUnaryOperator.identity() : selected::number;
      ThreadsResponse.write(conversation.out(), algorithm.thread(letters(snapshot, found)), number);
      return Completion.ok("THREAD completed");
    }
  }

  private List<Member.Letter> letters(MailboxSnapshot snapshot, UidSet found) {
    List<Member.Letter> letters = new ArrayList<>((int) found.count());
    snapshot.indexed(
        found,
        (message, index) -> {
          try (OpenLetter open = new OpenLetter(snapshot, message, index)) {
            return letters.add(letter(open));
          }
        });
    return letters;
  }

  private Member.Letter letter(OpenLetter open) {
    return new Member.Letter(
        open.message().uid(),
        SentDate.of(open.envelope(), open.message()),
        BaseSubject.of(open.envelope().subject()),
        MessageIds.first(open.envelope().messageId()).orElse(""),
        algorithm.readsReferences() ? few(open.references()) : List.of());
  }

  private static List<String> few(List<String> references) {
    if (references.size() <= MOST_REFERENCES) {
      return references;
    }
    List<String> few = new ArrayList<>(references.subList(0, 1));
    few.addAll(references.subList(references.size() - MOST_REFERENCES + 1, references.size()));
    return few;
  }
}
