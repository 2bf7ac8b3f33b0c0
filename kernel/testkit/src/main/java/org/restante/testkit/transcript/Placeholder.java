package org.restante.testkit.transcript;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may stand in a line where the text is not known beforehand. */
enum Placeholder {
  /** Anything, also nothing. */
  ANY(".*?"),
  /** Digits. */
  NUMBER("[0-9]+"),
  /** Neither space nor quote nor bracket. */
  WORD("[^\\s()\\[\\]\"]+"),
  /** A date-time as in INTERNALDATE, without its quotes (RFC 9051 §9). */
  DATE("[ 0-3][0-9]-[A-Z][a-z]{2}-[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} [+-][0-9]{4}"),
  /** Base64. */
  BASE64("[A-Za-z0-9+/]*={0,2}");

  private final String expression;

  Placeholder(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }

  static Optional<Placeholder> of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
