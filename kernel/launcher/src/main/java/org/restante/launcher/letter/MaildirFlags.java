package org.restante.launcher.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letters behind {@code :2,} in the name of a Maildir's file. */
public final class MaildirFlags {

  private static final Map<Character, String> STANDARD =
      Map.of(
          'D', "\\Draft",
          'F', "\\Flagged",
          'P', "$Forwarded",
          'R', "\\Answered",
          'S', "\\Seen",
          'T', "\\Deleted");

  private MaildirFlags() {}

  /** The letter of a flag; empty for a keyword. */
  public static Optional<Character> letter(String flag) {
    return STANDARD.entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(flag))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The flags of a file; small letters are keywords by their number. */
  static List<String> of(String file, List<String> keywords) {
    int info = file.lastIndexOf(":2,");
    List<String> flags = new ArrayList<>();
    for (int i = info + 3; info >= 0 && i < file.length(); i++) {
      char letter = file.charAt(i);
      int keyword = letter - 'a';
      if (STANDARD.containsKey(letter)) {
        flags.add(STANDARD.get(letter));
      } else if (keyword >= 0 && keyword < keywords.size() && !keywords.get(keyword).isEmpty()) {
        flags.add(keywords.get(keyword));
      }
      // other letters are private to the program that wrote them
    }
    return flags;
  }
}
