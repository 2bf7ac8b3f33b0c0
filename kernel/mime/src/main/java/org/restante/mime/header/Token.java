package org.restante.mime.header;

/**
 * A lexical token of a structured field.
 *
 * @param text the content: a quoted string without its quotes, a special as its one character
 * @param spaced whether white space or a comment stood before it
 */
record Token(Kind kind, String text, boolean spaced) {

  enum Kind {
    WORD,
    QUOTED,
    SPECIAL,
    END
  }

  boolean is(char special) {
    return kind == Kind.SPECIAL && text.charAt(0) == special;
  }

  boolean isText() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  boolean isEnd() {
    return kind == Kind.END;
  }
}
