package org.restante.imap.search;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.restante.imap.extension.Feature;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Refused;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.mailbox.MailboxView;
import org.restante.message.UidSet;

/**
 * What SEARCH, SORT and THREAD look for.
 *
 * @param key which messages
 * @param unreadable why the texts can't be read, in the charset that the client named
 * @rfc 3501 6.4.4
 */
public record SearchCriteria(SearchKey key, Optional<String> unreadable) {

  /** Reads keys, perhaps with a charset before them. */
  static SearchCriteria read(ImapReader in) {
    // Without a charset it is US-ASCII, which UTF-8 holds; clients that send more mean UTF-8.
    Optional<Charset> charset = Optional.of(StandardCharsets.UTF_8);
    if (in.takeWord("CHARSET")) {
      in.expectSpace();
      charset = charset(in.expectAstring());
      in.expectSpace();
    }
    return read(in, charset);
  }

  /**
   * Reads a charset and keys.
   *
   * @rfc 5256 3
   */
  public static SearchCriteria readWithCharset(ImapReader in) {
    Optional<Charset> charset = charset(in.expectAstring());
    in.expectSpace();
    return read(in, charset);
  }

  private static SearchCriteria read(ImapReader in, Optional<Charset> charset) {
    SearchKeySyntax syntax = new SearchKeySyntax(in, charset.orElse(StandardCharsets.ISO_8859_1));
    SearchKey key = syntax.expectAll();
    if (charset.isEmpty()) {
      return new SearchCriteria(key, Optional.of("The charset is not known here"));
    }
    return new SearchCriteria(
        key, syntax.inCharset() ? Optional.empty() : Optional.of("Text is not in its charset"));
  }

  private static Optional<Charset> charset(String name) {
    try {
      boolean ascii = name.equalsIgnoreCase("US-ASCII");
      return Optional.of(ascii ? StandardCharsets.UTF_8 : Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * The plan. Message numbers and {@code $} are what they are now; asking for MODSEQs enables them.
   *
   * @rfc 7162 3.1
   * @rfc 9586 3
   */
  public SearchPlan plan(Conversation conversation, Selected selected) {
    if (key.usesNumbers()) {
      conversation.requireNumbers();
      conversation.keepNumbers();
    }
    if (key.asksModSeq()) {
      conversation.enable(Feature.CONDSTORE);
    }
    return SearchPlan.of(key, selected);
  }

  /**
   * The highest MODSEQ of messages, to be told with them; 0 where it was not asked for.
   *
   * @rfc 7162 3.1.5
   * @rfc 7162 3.1.9
   */
  public long modSeq(MailboxView view, UidSet messages) {
    return key.asksModSeq()
        ? messages.stream().map(uid -> view.modSeq(view.indexOf(uid))).max().orElse(0)
        : 0;
  }

  /** Refuses to search for text in an unknown charset, or that is not in its own. */
  public void requireCharset() {
    unreadable.ifPresent(
        why -> {
          throw new Refused("BADCHARSET (US-ASCII UTF-8)", why);
        });
  }
}
