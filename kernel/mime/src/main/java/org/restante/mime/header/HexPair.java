package org.restante.mime.header;

/** Two hexadecimal digits that stand for an octet. */
final class HexPair {

  private HexPair() {}

  /** The octet written at an index, or -1 if no two digits are there. */
  static int at(String text, int index) {
    if (index + 2 > text.length()) {
      return -1;
    }
    int high = digit(text.charAt(index));
    int low = digit(text.charAt(index + 1));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
