package org.restante.imap.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;

/**
 * A text to be found in others, whatever the case: both are compared in the form of
 * i;unicode-casemap. One pass, whatever the texts (Knuth, Morris and Pratt).
 *
 * @rfc 5051 2
 */
public final class Needle {
  private static final int CHUNK = 8 * 1024;

  private final String wanted;
  // For each length that matches: how much of it still matches when the next character does not.
  private final int[] fallback;

  private Needle(String wanted) {
    this.wanted = wanted;
    this.fallback = new int[wanted.length() + 1];
    for (int i = 1, length = 0; i < wanted.length(); i++) {
      length = advance(length, wanted.charAt(i));
      fallback[i + 1] = length;
    }
  }

  static Needle of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().forEach(c -> folded.append(fold(c)));
    return new Needle(folded.toString());
  }

  boolean isEmpty() {
    return wanted.isEmpty();
  }

  boolean in(String text) {
    return in(new StringReader(text));
  }

  /** Reads up to the first place where it stands. */
  boolean in(Reader text) {
    try {
      return isEmpty() || found(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean found(Reader text) throws IOException {
    char[] chunk = new char[CHUNK];
    int matched = 0;
    char high = 0;
    for (int read = text.read(chunk); read > 0; read = text.read(chunk)) {
      for (int i = 0; i < read && matched < wanted.length(); i++) {
        char c = chunk[i];
        if (Character.isHighSurrogate(c)) {
          high = c;
        } else if (Character.isLowSurrogate(c) && high != 0) {
          matched = advance(matched, fold(Character.toCodePoint(high, c)));
          high = 0;
        } else {
          matched = c < 0x80 ? advance(matched, upper(c)) : advance(matched, fold(c));
        }
      }
      if (matched == wanted.length()) {
        return true;
      }
    }
    return false;
  }

  private int advance(int matched, String folded) {
    int length = matched;
    for (int i = 0; i < folded.length() && length < wanted.length(); i++) {
      length = advance(length, folded.charAt(i));
    }
    return length;
  }

  private int advance(int matched, char c) {
    int length = matched;
    while (length > 0 && wanted.charAt(length) != c) {
      length = fallback[length];
    }
    return wanted.charAt(length) == c ? length + 1 : 0;
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 0x20) : c;
  }

  private static String fold(int codePoint) {
    if (codePoint < 0x80) {
      return String.valueOf(upper((char) codePoint));
    }
    String title = Character.toString(Character.toTitleCase(codePoint));
    return Normalizer.normalize(title, Normalizer.Form.NFKD);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Needle needle && needle.wanted.equals(wanted);
  }

  @Override
  public int hashCode() {
    return wanted.hashCode();
  }

  @Override
  public String toString() {
    return wanted;
  }
}
