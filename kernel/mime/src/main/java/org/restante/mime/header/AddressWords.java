package org.restante.mime.header;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of an address: a phrase keeps a space between them, a local part or domain has none
 * around its periods.
 *
 * @rfc 5322 4.4
 */
final class AddressWords {

  private AddressWords() {}

  static String phrase(List<Token> words) {
    return words.stream()
        .map(Token::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** A local part or domain: no space around periods, one where the letter wrongly has some. */
  static String join(List<Token> words) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && !continues(words.subList(0, i), words.get(i))) {
        joined.append(' ');
      }
      joined.append(words.get(i).text());
    }
    return joined.toString();
  }

  /** Where the local part starts in the words before an at sign. */
  static int lastStart(List<Token> words) {
    int start = Math.max(words.size() - 1, 0);
    while (start > 0 && continues(words.subList(0, start), words.get(start))) {
      start--;
    }
    return start;
  }

  /** Whether a word goes on with what was before: nothing, no space between, or a period. */
  static boolean continues(List<Token> before, Token word) {
    return before.isEmpty()
        || !word.spaced()
        || word.text().startsWith(".")
        || before.get(before.size() - 1).text().endsWith(".");
  }

  /** What words without an at sign say: one may be a local user, more are only a name. */
  static @Nullable MailAddress withoutDomain(List<Token> words) {
    return switch (words.size()) {
      case 0 -> null;
      case 1 -> new MailAddress(null, null, words.get(0).text(), "");
      default -> new MailAddress(phrase(words), null, "", "");
    };
  }
}
