package org.restante.imap.mailbox;

import java.text.Normalizer;
import org.restante.imap.session.Conversation;
import org.restante.mailbox.MailboxName;

/**
 * A mailbox name with wildcards: {@code *} is anything, {@code %} anything within a level. Matched
 * in time proportional to pattern times name, whatever the pattern.
 *
 * @rfc 3501 6.3.8
 */
record NamePattern(String pattern, char separator) {

  /** The pattern that a reference and a mailbox argument make together, as text. */
  static NamePattern of(String reference, String mailbox, Conversation conversation) {
    char separator = conversation.settings().separator();
    String text = normalized(conversation.pattern(reference + mailbox));
    return new NamePattern(foldInbox(text, separator), separator);
  }

  boolean matches(MailboxName name) {
    String text = normalized(name.text(separator));
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int i = 0; i < pattern.length(); i++) {
      reached = step(pattern.charAt(i), text, reached);
    }
    return reached[text.length()];
  }

  /** A name and a pattern may be written in different forms of Unicode. */
  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private boolean[] step(char c, String text, boolean[] before) {
    boolean[] after = new boolean[before.length];
    boolean wild = c == '*' || c == '%';
    for (int at = 0; at < before.length; at++) {
      if (wild) {
        boolean extended = at > 0 && after[at - 1] && crosses(c, text.charAt(at - 1));
        after[at] = before[at] || extended;
      } else {
        after[at] = at > 0 && before[at - 1] && text.charAt(at - 1) == c;
      }
    }
    return after;
  }

  private boolean crosses(char wildcard, char c) {
    return wildcard == '*' || c != separator;
  }

  private static String foldInbox(String text, char separator) {
    boolean inbox =
        text.regionMatches(true, 0, "INBOX", 0, 5)
            && (text.length() == 5
                || "*%".indexOf(text.charAt(5)) >= 0
                || text.charAt(5) == separator);
    return inbox ? "INBOX" + text.substring(5) : text;
  }
}
