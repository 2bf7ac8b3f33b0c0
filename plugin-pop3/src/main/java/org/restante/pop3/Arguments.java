package org.restante.pop3;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A command line: a keyword and what follows it.
 *
 * @rfc 1939 3
 */
final class Arguments {

  private final String keyword;

  /** What is not read yet; null: nothing, not even a space. */
  private @Nullable String rest;

  private Arguments(String keyword, @Nullable String rest) {
    this.keyword = keyword;
    this.rest = rest;
  }

  static Arguments of(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    int space = text.indexOf(' ');
    return space < 0
        ? new Arguments(text.toUpperCase(Locale.ROOT), null)
        : new Arguments(
            text.substring(0, space).toUpperCase(Locale.ROOT), text.substring(space + 1));
  }

  String keyword() {
    return keyword;
  }

  /** The next word, if there is one. */
  Optional<String> takeWord() {
    String left = rest;
    if (left == null || left.isBlank()) {
      rest = null;
      return Optional.empty();
    }
    int space = left.indexOf(' ');
    rest = space < 0 ? null : left.substring(space + 1);
    return Optional.of(space < 0 ? left : left.substring(0, space));
  }

  /** The next word, which has to be there. */
  String expectWord(String what) {
    return takeWord()
        .filter(word -> !word.isEmpty())
        .orElseThrow(() -> new Problem.Syntax(keyword + " needs " + what));
  }

  /** All that is left, spaces included, as passwords may have them. */
  String expectText(String what) {
    String left = rest;
    rest = null;
    if (left == null || left.isEmpty()) {
      throw new Problem.Syntax(keyword + " needs " + what);
    }
    return left;
  }

  /** A message number, which has to be there. */
  int expectMessage() {
    return number(expectWord("a message number"));
  }

  /** A message number, if there is one. */
  OptionalInt takeMessage() {
    Optional<String> word = takeWord();
    return word.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(word.get()));
  }

  /** A number of lines, 0 or more. */
  int expectLines() {
    return number(expectWord("a number of lines"));
  }

  /** Nothing more. */
  void expectEnd() {
    if (rest != null && !rest.isBlank()) {
      throw new Problem.Syntax("too many arguments");
    }
  }

  /** Numbers past those of any maildrop are all the same. */
  private static int number(String digits) {
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Problem.Syntax("not a number");
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      number = (int) Math.min(Integer.MAX_VALUE - 1L, number * 10L + digits.charAt(i) - '0');
    }
    return number;
  }
}
