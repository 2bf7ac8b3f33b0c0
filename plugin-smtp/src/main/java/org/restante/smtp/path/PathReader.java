package org.restante.smtp.path;

import java.util.Locale;

/**
 * Reads a path and leaves what follows it. More liberal than the grammar where senders are: a space
 * in front of the path, dots anywhere in a local part, an underscore in a domain.
 *
 * @rfc 5321 4.1.2
 */
public final class PathReader {

  /**
   * Longest path: more than the 256 of RFC 5321 §4.5.3.1.3, for addresses that carry another one.
   */
  private static final int MOST_OCTETS = 320;

  private static final String NOT_IN_LOCAL_PART = "<>()[]\\,;:@\" ";

  private final String text;
  private final String status;
  private int at;

  /**
   * A reader.
   *
   * @param text a path and what follows it
   * @param status the enhanced status of a path that can't be read: 5.1.7 of senders, 5.1.3 of
   *     recipients
   */
  public PathReader(String text, String status) {
    this.text = text;
    this.status = status;
  }

  /** The path, in angle brackets; {@link Path#NULL} for {@code <>}. */
  public Path expectPath() {
    skipSpaces();
    expect('<');
    if (peek() == '>') {
      at++;
      return Path.NULL;
    }
    skipRoute();
    int from = at;
    String local = peek() == '"' ? quoted() : dotString();
    String domain = "";
    if (peek() == '@') {
      at++;
      domain = peek() == '[' ? literal() : domainName();
    }
    String written = text.substring(from, at);
    expect('>');
    if (written.length() > MOST_OCTETS) {
      throw malformed("path too long");
    }
    return new Path(local, domain, written);
  }

  /** What follows the path. */
  public String rest() {
    return text.substring(at);
  }

  /** Source routes are read and not followed (RFC 5321 appendix C). */
  private void skipRoute() {
    if (peek() != '@') {
      return;
    }
    int colon = text.indexOf(':', at);
    int end = text.indexOf('>', at);
    if (colon < 0 || end < colon) {
      throw malformed("a source route ends with a colon");
    }
    at = colon + 1;
  }

  private String dotString() {
    int from = at;
    while (isLocalPart(peek())) {
      at++;
    }
    if (at == from) {
      throw malformed("no local part");
    }
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder local = new StringBuilder();
    at++;
    while (peek() != '"') {
      if (peek() == '\\') {
        at++;
      }
      char c = peek();
      if (c < ' ' || c > '~') {
        throw unprintable(c);
      }
      local.append(c);
      at++;
    }
    at++;
    return local.toString();
  }

  private String literal() {
    int from = at;
    at++;
    while (isLiteral(peek())) {
      at++;
    }
    expect(']');
    return text.substring(from, at);
  }

  private String domainName() {
    int from = at;
    while (isDomain(peek())) {
      at++;
    }
    String name = text.substring(from, at).toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
      throw malformed("not a domain");
    }
    return name;
  }

  private boolean isLocalPart(char c) {
    if (c > '~') {
      throw unprintable(c);
    }
    return c > ' ' && NOT_IN_LOCAL_PART.indexOf(c) < 0;
  }

  private boolean isDomain(char c) {
    if (c > '~') {
      throw unprintable(c);
    }
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_';
  }

  private static boolean isLiteral(char c) {
    return c > ' ' && c <= '~' && c != '[' && c != ']' && c != '\\' && c != '>' && c != '<';
  }

  private void skipSpaces() {
    while (peek() == ' ') {
      at++;
    }
  }

  private void expect(char c) {
    if (peek() != c) {
      throw malformed("'" + c + "' expected");
    }
    at++;
  }

  /** The next character; NUL, which no path has, at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private MalformedPath malformed(String problem) {
    return new MalformedPath(501, status, problem);
  }

  /** Addresses beyond ASCII want SMTPUTF8, which is not offered (RFC 6531 §3.5). */
  private MalformedPath unprintable(char c) {
    return c > '~'
        ? new MalformedPath(553, "5.6.7", "ASCII addresses only")
        : malformed("bad path");
  }
}
