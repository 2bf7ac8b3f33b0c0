package org.restante.imap.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.Mailbox;

/**
 * LIST, plain and extended, with the attributes of CHILDREN and SPECIAL-USE.
 *
 * @param extended whether it came in a form that only clients of LIST-EXTENDED write
 * @rfc 3501 6.3.8
 * @rfc 3348 3
 * @rfc 5258 3
 * @rfc 5819 2
 * @rfc 6154 2
 */
public record ListMailboxes(
    ListSelection selection,
    String reference,
    List<String> patterns,
    ListReturn returns,
    boolean extended)
    implements Command.Personal {
  private static final int MOST_PATTERNS = 100;

  /** Copies the patterns. */
  public ListMailboxes {
    patterns = List.copyOf(patterns);
  }

  /** Reads options, a reference and patterns. */
  public static ListMailboxes read(ImapReader in) {
    boolean extended = false;
    in.expectSpace();
    ListSelection selection = ListSelection.ALL;
    if (in.peek() == '(') {
      extended = true;
      selection = ListSelection.read(in);
      in.expectSpace();
    }
    String reference = in.expectAstring();
    in.expectSpace();
    extended |= in.peek() == '(';
    List<String> patterns = in.take('(') ? patterns(in) : List.of(in.expectPattern());
    ListReturn returns = ListReturn.PLAIN;
    if (in.take(' ')) {
      extended = true;
      expectReturn(in);
      returns = ListReturn.read(in);
    }
    return new ListMailboxes(selection, reference, patterns, returns, extended);
  }

  private static List<String> patterns(ImapReader in) {
    List<String> patterns = new ArrayList<>();
    do {
      if (patterns.size() == MOST_PATTERNS) {
        throw new SyntaxError("too many patterns");
      }
      patterns.add(in.expectPattern());
    } while (in.take(' '));
    in.expect(')');
    return patterns;
  }

  private static void expectReturn(ImapReader in) {
    if (!in.takeWord("RETURN")) {
      throw new SyntaxError("expected RETURN");
    }
    in.expectSpace();
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    if (!extended && patterns.getFirst().isEmpty()) {
      ListResponse.root(conversation, "LIST");
      return Completion.ok("LIST completed");
    }
    Listing listing =
        new Listing(
            conversation.store(), account, selection, returns.subscribed(), wanted(conversation));
    for (Listing.Entry entry : listing.entries(!extended)) {
      tell(conversation, listing, entry);
    }
    return Completion.ok("LIST completed");
  }

  /** An empty pattern among others matches nothing (RFC 5258 §3). */
  private List<NamePattern> wanted(Conversation conversation) {
    return patterns.stream()
        .filter(pattern -> !pattern.isEmpty())
        .map(pattern -> NamePattern.of(reference, pattern, conversation))
        .toList();
  }

  private void tell(Conversation conversation, Listing listing, Listing.Entry entry) {
    List<String> attributes = listing.attributes(entry, extended ? "\\NonExistent" : "\\Noselect");
    List<String> childInfo = entry.childInfo() ? selection.criteria() : List.of();
    ListResponse.write(conversation, "LIST", attributes, entry.name(), childInfo);
    Optional<Mailbox> told =
        entry.mailbox().filter(mailbox -> entry.selected() && !returns.status().isEmpty());
    told.ifPresent(mailbox -> StatusResponse.write(conversation, mailbox, returns.status()));
  }

  /**
   * The mailbox that is opened, as LIST would show it.
   *
   * @rfc 9051 6.3.2
   */
  static void tell(Conversation conversation, Mailbox mailbox, String wire) {
    if (conversation.isOtherName(wire, mailbox.name())) {
      tellOtherName(conversation, mailbox, wire);
    } else {
      ListResponse.write(conversation, "LIST", attributes(conversation, mailbox), mailbox.name());
    }
  }

  /** A mailbox, and what a client has called it. */
  static void tellOtherName(Conversation conversation, Mailbox mailbox, String wire) {
    ListResponse.write(conversation, attributes(conversation, mailbox), mailbox.name(), wire);
  }

  private static List<String> attributes(Conversation conversation, Mailbox mailbox) {
    Listing listing =
        new Listing(
            conversation.store(), mailbox.ref().account(), ListSelection.ALL, true, List.of());
    return listing.attributes(Listing.Entry.of(mailbox), "");
  }
}
