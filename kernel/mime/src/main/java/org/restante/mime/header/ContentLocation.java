package org.restante.mime.header;

/**
 * Content-Location: a URI, which senders may fold, quote, and put comments around. A parenthesis
 * inside it is its own: a comment has white space before it.
 *
 * @rfc 3501 7.4.2
 */
public final class ContentLocation {
  private final String field;
  private final StringBuilder uri = new StringBuilder();
  private int at;

  private ContentLocation(String field) {
    this.field = field;
  }

  /** The URI alone. */
  public static String parse(String field) {
    return new ContentLocation(field).read();
  }

  private String read() {
    boolean spaced = true;
    while (at < field.length()) {
      char c = field.charAt(at);
      if (c == '(' && spaced) {
        skipComment();
      } else {
        spaced = c <= ' ';
        append(c);
        at++;
      }
    }
    return uri.toString();
  }

  private void append(char c) {
    if (c > ' ' && c != '"') {
      uri.append(c);
    }
  }

  private void skipComment() {
    int depth = 0;
    do {
      switch (field.charAt(at)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case '\\' -> at++;
        default -> {}
      }
      at++;
    } while (depth > 0 && at < field.length());
  }
}
