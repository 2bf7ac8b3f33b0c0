package org.restante.mailbox;

import java.util.ArrayList;
import java.util.List;
import org.restante.refusal.InvalidMailboxName;

/** What a mailbox may be called. */
final class MailboxNameRules {
  private static final char FIRST_OF_TWO = 0x80;
  private static final char FIRST_OF_THREE = 0x800;

  private MailboxNameRules() {}

  static List<String> split(String text, char separator) {
    boolean separated = text.length() > 1 && text.charAt(text.length() - 1) == separator;
    int end = separated ? text.length() - 1 : text.length();
    List<String> levels = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(separator); at >= 0 && at < end; ) {
      levels.add(text.substring(start, at));
      start = at + 1;
      at = text.indexOf(separator, start);
    }
    levels.add(text.substring(start, end));
    return levels;
  }

  static void check(List<String> levels) {
    if (levels.isEmpty() || levels.size() > MailboxName.MAX_LEVELS) {
      throw new InvalidMailboxName("a name has 1 to " + MailboxName.MAX_LEVELS + " levels");
    }
    int octets = levels.size() - 1;
    for (String level : levels) {
      octets += octets(level);
    }
    if (octets > MailboxName.MAX_OCTETS) {
      throw new InvalidMailboxName("a name has at most " + MailboxName.MAX_OCTETS + " octets");
    }
  }

  static List<String> foldInbox(List<String> levels) {
    if (!levels.getFirst().equalsIgnoreCase("INBOX")) {
      return List.copyOf(levels);
    }
    List<String> folded = new ArrayList<>(levels);
    folded.set(0, "INBOX");
    return List.copyOf(folded);
  }

  /** How many a level has in UTF-8; fails where no level is like this. */
  private static int octets(String level) {
    if (level.isEmpty()) {
      throw new InvalidMailboxName("a level of the name is empty");
    }
    int octets = 0;
    for (int i = 0; i < level.length(); i++) {
      char c = level.charAt(i);
      if (Character.isISOControl(c) || c == '*' || c == '%') {
        throw new InvalidMailboxName("a name has no control characters, * or %");
      }
      if (Character.isSurrogate(c)) {
        requirePair(level, i);
        i++; // two of them are one character, of four octets
        octets += 4;
      } else {
        octets += c < FIRST_OF_TWO ? 1 : c < FIRST_OF_THREE ? 2 : 3;
      }
    }
    return octets;
  }

  private static void requirePair(String level, int at) {
    if (at + 1 == level.length()
        || !Character.isSurrogatePair(level.charAt(at), level.charAt(at + 1))) {
      throw new InvalidMailboxName("a name is well-formed Unicode");
    }
  }
}
