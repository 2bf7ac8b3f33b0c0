package org.restante.bench.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Reads the terminals of the formal syntax.
 *
 * @rfc 9051 9
 */
final class Cursor {
  private static final String ATOM_SPECIALS = "(){ %*\"\\]";
  private static final long MOST_32 = 0xFFFF_FFFFL;

  private final byte[] octets;
  private int at;
  private boolean utf8;

  Cursor(byte[] octets, boolean utf8) {
    this.octets = octets;
    this.utf8 = utf8;
  }

  boolean utf8() {
    return utf8;
  }

  /** Strings may be in UTF-8 from here on. */
  void speaksUtf8() {
    utf8 = true;
  }

  boolean atEnd() {
    return at == octets.length;
  }

  /** The next octet; -1 at the end. */
  int peek() {
    return atEnd() ? -1 : octets[at] & 0xff;
  }

  OutsideGrammar outside(String expected) {
    return new OutsideGrammar(expected, at);
  }

  boolean take(char wanted) {
    boolean there = peek() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  void expect(char wanted) {
    if (!take(wanted)) {
      throw outside("'" + wanted + "'");
    }
  }

  void space() {
    expect(' ');
  }

  void endOfLine() {
    expect('\r');
    expect('\n');
  }

  /** Takes a word, in any case of its letters. */
  boolean takeWord(String word) {
    if (octets.length - at < word.length()) {
      return false;
    }
    boolean same = new String(octets, at, word.length(), ISO_8859_1).equalsIgnoreCase(word);
    at += same ? word.length() : 0;
    return same;
  }

  void expectWord(String word) {
    if (!takeWord(word)) {
      throw outside(word);
    }
  }

  /** Letters, digits and what joins them: the names of responses, codes and items. */
  String name() {
    int start = at;
    while (isName(peek())) {
      at++;
    }
    return some(start, "a name");
  }

  private static boolean isName(int octet) {
    return Character.isLetterOrDigit(octet) && octet < 0x80 || octet == '-' || octet == '.';
  }

  String atom() {
    int start = at;
    while (isAtom(peek())) {
      at++;
    }
    return some(start, "an atom");
  }

  String tag() {
    int start = at;
    while ((isAtom(peek()) || peek() == ']') && peek() != '+') {
      at++;
    }
    return some(start, "a tag");
  }

  void astring() {
    if (isAtom(peek()) || peek() == ']') {
      while (isAtom(peek()) || peek() == ']') {
        at++;
      }
    } else {
      string();
    }
  }

  void string() {
    if (peek() == '"') {
      quoted();
    } else {
      literal();
    }
  }

  void nstring() {
    if (!takeWord("NIL")) {
      string();
    }
  }

  void quoted() {
    expect('"');
    while (!take('"')) {
      quotedChar();
    }
  }

  void quotedChar() {
    if (take('\\')) {
      if (!take('"') && !take('\\')) {
        throw outside("a quoted special");
      }
    } else if (peek() >= 0x80) {
      utf8Char();
    } else {
      textChar();
    }
  }

  private void textChar() {
    int octet = peek();
    if (octet < 1 || octet > 0x7f || octet == '\r' || octet == '\n') {
      throw outside("a text character");
    }
    at++;
  }

  private void utf8Char() {
    int lead = peek();
    int more = lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (!utf8 || lead < 0xc2 || lead > 0xf4) {
      throw outside("no octet above 127");
    }
    at++;
    for (int i = 0; i < more; i++, at++) {
      if ((peek() & 0xc0) != 0x80) {
        throw outside("UTF-8");
      }
    }
  }

  /** Text to the end of the line, or to the end of a code. */
  void text(boolean inCode) {
    while (peek() != '\r' && !(inCode && peek() == ']')) {
      if (peek() >= 0x80) {
        utf8Char();
      } else {
        textChar();
      }
    }
  }

  void literal() {
    literal(false);
  }

  /** Also with NULs: a binary part. */
  void literal8() {
    expect('~');
    literal(true);
  }

  /**
   * A string of a letter's own octets or NIL. Here the grammar has no NUL and this server has: it
   * gives letters as it was given them.
   */
  void content() {
    if (peek() == '{') {
      literal(true);
    } else {
      nstring();
    }
  }

  private void literal(boolean binary) {
    expect('{');
    long size = number64();
    expect('}');
    endOfLine();
    if (size > octets.length - at) {
      throw outside("a literal of " + size + " octets, there are " + (octets.length - at));
    }
    for (long i = 0; i < size; i++, at++) {
      if (octets[at] == 0 && !binary) {
        throw outside("no NUL in a literal");
      }
    }
  }

  long number() {
    long number = number64();
    if (number > MOST_32) {
      throw outside("a number of 32 bits");
    }
    return number;
  }

  long positive() {
    if (peek() == '0') {
      throw outside("a number above 0");
    }
    return number();
  }

  long number64() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    try {
      return Long.parseLong(some(start, "a number"));
    } catch (NumberFormatException e) {
      throw outside("a number of 63 bits");
    }
  }

  private String some(int start, String what) {
    if (at == start) {
      throw outside(what);
    }
    return new String(octets, start, at - start, ISO_8859_1);
  }

  static boolean isAtom(int octet) {
    return octet > ' ' && octet < 0x7f && ATOM_SPECIALS.indexOf(octet) < 0;
  }

  /** Numbers and ranges of them, without a star. */
  void set() {
    do {
      positive();
      if (take(':')) {
        positive();
      }
    } while (take(','));
  }

  /** Something in parentheses, with spaces between; empty only where that is allowed. */
  void list(boolean emptyAllowed, Runnable item) {
    expect('(');
    if (emptyAllowed && take(')')) {
      return;
    }
    do {
      item.run();
    } while (take(' '));
    expect(')');
  }
}
