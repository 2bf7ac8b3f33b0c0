package org.restante.mime.header;

import java.util.List;
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
    StringBuilder phrase = new StringBuilder();
    for (Token word : words) {
      phrase.append(phrase.isEmpty() || word.text().isEmpty() ? "" : " ").append(word.text());
    }
    return phrase.toString();
  }

  /** A local part or domain: no space around periods, one where the letter wrongly has some. */
  static String join(List<Token> words) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && !continues(words.get(i - 1), words.get(i))) {
        joined.append(' ');
      }
      joined.append(words.get(i).text());
    }
    return joined.toString();
  }

  /** Where the local part starts in the words before an at sign. */
  static int lastStart(List<Token> words) {
    int start = Math.max(words.size() - 1, 0);
    while (start > 0 && continues(words.get(start - 1), words.get(start))) {
      start--;
    }
    return start;
  }

  /** Whether a word goes on with the one before: no space is between them, or a period. */
  static boolean continues(Token before, Token word) {
    return !word.spaced() || word.text().startsWith(".") || before.text().endsWith(".");
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
