package org.restante.imap.letter;

import java.text.Normalizer;

/**
 * Texts in the form in which i;unicode-casemap compares them.
 *
 * @rfc 5051 2
 * @rfc 5256 7
 */
public final class Casemap {
  private Casemap() {}

  /** A text's form; equal where the collation says so. */
  public static String fold(String text) {
    int plain = 0;
    while (plain < text.length() && isFolded(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length() + 8).append(text, 0, plain);
    for (int at = plain; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (codePoint < 0x80) {
        folded.append(upper((char) codePoint));
      } else {
        folded.append(fold(codePoint));
      }
      at += Character.charCount(codePoint);
    }
    return folded.toString();
  }

  /** A character's form, which may be several. */
  public static String fold(int codePoint) {
    if (codePoint < 0x80) {
      return String.valueOf(upper((char) codePoint));
    }
    String title = Character.toString(Character.toTitleCase(codePoint));
    return Normalizer.normalize(title, Normalizer.Form.NFKD);
  }

  /** An ASCII character's form. */
  public static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 0x20) : c;
  }

  /** The order of folded texts: that of their octets in UTF-8, which is that of code points. */
  public static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean beyond = Character.isSurrogate(a) != Character.isSurrogate(b);
        return beyond ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  private static boolean isFolded(char c) {
    return c < 0x80 && (c < 'a' || c > 'z');
  }
}
