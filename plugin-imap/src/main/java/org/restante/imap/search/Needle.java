package org.restante.imap.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.restante.imap.letter.Casemap;

/**
 * A text to be found in others, whatever the case: both are compared in the form of
 * i;unicode-casemap. One pass, whatever the texts (Knuth, Morris and Pratt); as long as they are
 * ASCII, where a character is one in either form, most of them are leapt over (Horspool). For one
 * thread.
 *
 * @rfc 5051 2
 */
public final class Needle {
  private static final int CHUNK = 8 * 1024;
  private static final int ASCII = 0x80;
  private static final int LEAST_ASCII = 64;

  private final String wanted;
  // For each length that matches: how much of it still matches when the next character does not.
  private final int[] fallback;
  // For each character of ASCII: how far its last place before the end is from there.
  private final int[] leap = new int[ASCII];
  private final CharsetEncoder ascii = StandardCharsets.US_ASCII.newEncoder();
  // A search looks into many letters: they are read through one piece of memory.
  private char @Nullable [] chunk;
  private @Nullable ByteBuffer octets;

  private Needle(String wanted) {
    this.wanted = wanted;
    this.fallback = new int[wanted.length() + 1];
    for (int i = 1, length = 0; i < wanted.length(); i++) {
      length = advance(length, wanted.charAt(i));
      fallback[i + 1] = length;
    }
    Arrays.fill(leap, wanted.length());
    for (int i = 0; i < wanted.length() - 1; i++) {
      char c = wanted.charAt(i);
      if (c < ASCII) {
        leap[c] = wanted.length() - 1 - i;
        leap[Character.toLowerCase(c)] = leap[c];
      }
    }
  }

  static Needle of(String text) {
    return new Needle(Casemap.fold(text));
  }

  boolean isEmpty() {
    return wanted.isEmpty();
  }

  boolean in(String text) {
    return isEmpty() || new Pass().ends(text.toCharArray(), text.length());
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
    char[] piece = chunk == null ? new char[CHUNK] : chunk;
    chunk = piece;
    Pass pass = new Pass();
    for (int read = text.read(piece); read > 0; read = text.read(piece)) {
      if (pass.ends(piece, read)) {
        return true;
      }
    }
    return false;
  }

  /** How many characters at the beginning are ASCII, as far as it pays to know. */
  private int asciiOf(char[] piece, int length) {
    if (length < LEAST_ASCII) {
      return 0;
    }
    ByteBuffer unread = octets == null ? ByteBuffer.allocate(CHUNK) : octets.clear();
    octets = unread;
    CharBuffer text = CharBuffer.wrap(piece, 0, Math.min(length, CHUNK));
    ascii.reset().encode(text, unread, true);
    return text.position();
  }

  /** The next place from which it may stand in a text; those before an end are ASCII. */
  private int leap(char[] piece, int from, int end) {
    int last = wanted.length() - 1;
    char ending = wanted.charAt(last);
    int at = from;
    while (at + last < end) {
      char c = piece[at + last];
      if (Casemap.upper(c) == ending && stands(piece, at)) {
        return at;
      }
      at += leap[c];
    }
    return at;
  }

  private boolean stands(char[] piece, int at) {
    int i = 0;
    while (i < wanted.length() && Casemap.upper(piece[at + i]) == wanted.charAt(i)) {
      i++;
    }
    return i == wanted.length();
  }

  /** One pass over a text, piece by piece. */
  private final class Pass {
    private final char first = wanted.charAt(0);
    private final char small = first >= 'A' && first <= 'Z' ? (char) (first + 0x20) : first;
    private int matched;
    private char high;

    /** Whether it stands at last within this piece. */
    boolean ends(char[] piece, int length) {
      int ascii = asciiOf(piece, length);
      int at = 0;
      while (at < length) {
        at = matched == 0 ? next(piece, leap(piece, at, ascii), length) : at;
        if (at < length) {
          accept(piece[at]);
          at++;
        }
        if (matched == wanted.length()) {
          return true;
        }
      }
      return false;
    }

    /** The next place where it may begin. Most can't: they are looked at by fours. */
    private int next(char[] piece, int from, int length) {
      int at = from;
      while (at + 4 <= length
          && !(begins(piece[at])
              | begins(piece[at + 1])
              | begins(piece[at + 2])
              | begins(piece[at + 3]))) {
        at += 4;
      }
      while (at < length && !begins(piece[at])) {
        at++;
      }
      return at;
    }

    private boolean begins(char c) {
      return c == first | c == small | c >= ASCII;
    }

    private void accept(char c) {
      if (c < ASCII) {
        matched = advance(matched, Casemap.upper(c));
      } else if (Character.isHighSurrogate(c)) {
        high = c;
      } else if (Character.isLowSurrogate(c) && high != 0) {
        matched = advance(matched, Casemap.fold(Character.toCodePoint(high, c)));
        high = 0;
      } else {
        matched = advance(matched, Casemap.fold(c));
      }
    }
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
