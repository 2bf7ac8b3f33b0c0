package org.restante.mime.header;

import org.jspecify.annotations.Nullable;
import org.restante.mime.header.Token.Kind;

/**
 * Splits a structured field into tokens; comments are not tokens but the last one is remembered.
 * Which characters are specials depends on the field (RFC 5322 §3.2.3, RFC 2045 §5.1), and all that
 * is not special is a word: control and 8-bit characters are no reason to stop reading. Where
 * {@code [} is a special it opens a domain literal, which is one word.
 *
 * @rfc 5322 3.2
 */
final class FieldLexer {

  private final String text;
  private final String specials;
  private int at;
  private @Nullable String comment;

  FieldLexer(String text, String specials) {
    this.text = text;
    this.specials = specials;
  }

  Token next() {
    boolean spaced = skipSpace();
    if (at >= text.length()) {
      return new Token(Kind.END, "", spaced);
    }
    char first = text.charAt(at);
    if (first == '"') {
      return new Token(Kind.QUOTED, delimited('"', '"'), spaced);
    }
    if (specials.indexOf(first) < 0) {
      return new Token(Kind.WORD, word(), spaced);
    }
    if (first == '[') {
      return new Token(Kind.WORD, "[" + delimited('[', ']') + "]", spaced);
    }
    at++;
    return new Token(Kind.SPECIAL, String.valueOf(first), spaced);
  }

  /** Gives the last comment passed, and forgets it. */
  @Nullable String takeComment() {
    String taken = comment;
    comment = null;
    return taken;
  }

  private boolean skipSpace() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '(') {
        comment = delimited('(', ')').strip();
      } else if (isSpace(c)) {
        at++;
      } else {
        break;
      }
    }
    return at > start;
  }

  private String word() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean isWord(char c) {
    return !isSpace(c) && c != '"' && c != '(' && specials.indexOf(c) < 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /**
   * Reads a quoted string, comment or literal without its delimiters and with quoted pairs undone;
   * one that is not closed reaches to the end. Only comments nest.
   */
  private String delimited(char open, char close) {
    StringBuilder content = new StringBuilder();
    int depth = 1;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      } else if (c == close) {
        depth--;
      } else if (c == open) {
        depth++;
      }
      if (depth == 0) {
        return content.toString();
      }
      content.append(c);
    }
    return content.toString();
  }
}
