package org.restante.imap.preview;

/** Words with one space between them, up to a number of characters. */
final class Words {
  private final StringBuilder text = new StringBuilder();
  private final int most;
  private int characters;
  private boolean gap;
  private char high;

  Words(int most) {
    this.most = most;
  }

  boolean isFull() {
    return characters >= most;
  }

  /** One more character; control characters count as space. */
  void add(char c) {
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else if (Character.isLowSurrogate(c)) {
      addCodePoint(high == 0 ? 0xFFFD : Character.toCodePoint(high, c));
      high = 0;
    } else {
      addCodePoint(c);
    }
  }

  void addCodePoint(int c) {
    if (isSpace(c)) {
      gap = !text.isEmpty();
    } else {
      if (gap) {
        append(' ');
        gap = false;
      }
      append(c);
    }
  }

  String text() {
    return text.toString();
  }

  private void append(int c) {
    if (!isFull()) {
      text.appendCodePoint(c);
      characters++;
    }
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c == 0xFEFF
        || c == 0x200B
        || c == 0x200C
        || c == 0x034F;
  }
}
