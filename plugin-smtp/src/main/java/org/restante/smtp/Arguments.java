package org.restante.smtp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A command line: a keyword and what follows it. Octets beyond ASCII stay what they are, so that
 * readers see them.
 *
 * @param keyword upper case
 * @param text what follows, without the space in between and spaces at the end
 * @rfc 5321 2.4
 * @rfc 1870 4
 */
record Arguments(String keyword, String text) {
  private static final int MOST_DIGITS = 20;

  static Arguments of(byte[] line) {
    String whole = new String(line, StandardCharsets.ISO_8859_1).stripTrailing();
    int space = whole.indexOf(' ');
    return space < 0
        ? new Arguments(whole.toUpperCase(Locale.ROOT), "")
        : new Arguments(
            whole.substring(0, space).toUpperCase(Locale.ROOT), whole.substring(space + 1));
  }

  /** What follows a word and a colon, as in {@code FROM:}. */
  String expectAfter(String word) {
    if (!text.regionMatches(true, 0, word, 0, word.length())) {
      throw Problem.arguments(word + " expected");
    }
    return text.substring(word.length());
  }

  /** No argument. */
  void expectNothing() {
    if (!text.isBlank()) {
      throw Problem.arguments(keyword + " has no arguments");
    }
  }

  /** A number of octets, of up to 20 digits; one that is too large for us is the largest. */
  static OptionalLong octets(String digits) {
    if (digits.isEmpty()
        || digits.length() > MOST_DIGITS
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalLong.empty();
    }
    BigInteger number = new BigInteger(digits);
    return OptionalLong.of(number.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
  }

  /** At least one argument and at most so many. */
  String[] expectWords(int most) {
    String[] words = text.strip().split(" +", -1);
    if (words[0].isEmpty() || words.length > most) {
      throw Problem.arguments("wrong number of arguments");
    }
    return words;
  }
}
