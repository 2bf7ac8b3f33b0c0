package org.restante.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.restante.refusal.InvalidMailboxName;

/** What a mailbox may be called. */
final class MailboxNameRules {

  private MailboxNameRules() {}

  static List<String> split(String text, char separator) {
    String name =
        text.length() > 1 && text.charAt(text.length() - 1) == separator
            ? text.substring(0, text.length() - 1)
            : text;
    return List.of(name.split(Pattern.quote(String.valueOf(separator)), -1));
  }

  static void check(List<String> levels) {
    if (levels.isEmpty() || levels.size() > MailboxName.MAX_LEVELS) {
      throw new InvalidMailboxName("a name has 1 to " + MailboxName.MAX_LEVELS + " levels");
    }
    int octets = levels.size() - 1;
    for (String level : levels) {
      checkLevel(level);
      octets += level.getBytes(StandardCharsets.UTF_8).length;
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

  private static void checkLevel(String level) {
    if (level.isEmpty()) {
      throw new InvalidMailboxName("a level of the name is empty");
    }
    if (level.chars().anyMatch(c -> Character.isISOControl(c) || c == '*' || c == '%')) {
      throw new InvalidMailboxName("a name has no control characters, * or %");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(level)) {
      throw new InvalidMailboxName("a name is well-formed Unicode");
    }
  }
}
