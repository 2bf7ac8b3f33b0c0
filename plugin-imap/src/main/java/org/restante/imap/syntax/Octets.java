package org.restante.imap.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Classes of octets in the formal syntax.
 *
 * @rfc 3501 9
 */
final class Octets {
  private static final String ATOM_SPECIALS = "(){ %*\"\\]";

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHEST = 0x8080808080808080L;
  private static final long SPACES = ' ' * ONES;
  private static final long DELS = 0x7f * ONES;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;

  private Octets() {}

  static boolean isAtom(int octet) {
    return octet > ' ' && octet < 0x7f && ATOM_SPECIALS.indexOf(octet) < 0;
  }

  static boolean isAstring(int octet) {
    return isAtom(octet) || octet == ']';
  }

  static boolean isTag(int octet) {
    return isAstring(octet) && octet != '+';
  }

  static boolean isPattern(int octet) {
    return isAstring(octet) || octet == '%' || octet == '*';
  }

  static boolean isDigit(int octet) {
    return octet >= '0' && octet <= '9';
  }

  /** Can stand between quotes, behind a backslash where need be. */
  static boolean isText(int octet) {
    return octet >= ' ' && octet < 0x7f;
  }

  /** Whether all of a text can stand between quotes. */
  static boolean isText(String text) {
    int at = 0;
    while (at < text.length() && isText(text.charAt(at))) {
      at++;
    }
    return at == text.length();
  }

  /** The first place from here on that can't stand between quotes as it is, or the length. */
  static int plainText(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (!isText(c) || c == '"' || c == '\\') {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Whether octets can stand between quotes as they are. */
  static boolean isPlainText(byte[] octets, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at <= end - Long.BYTES && arePlain((long) EIGHT.get(octets, at))) {
      at += Long.BYTES;
    }
    while (at < end && isText(octets[at]) && octets[at] != '"' && octets[at] != '\\') {
      at++;
    }
    return at == end;
  }

  /**
   * The same of eight at a time: whether none is below space, DEL or above, or a quoted-special.
   */
  private static boolean arePlain(long eight) {
    long wrong = (eight - SPACES) & ~eight;
    return ((eight
                | wrong
                | anyZero(eight ^ DELS)
                | anyZero(eight ^ QUOTES)
                | anyZero(eight ^ BACKSLASHES))
            & HIGHEST)
        == 0;
  }

  /** The highest bit of some octet is set if any of the eight is 0. */
  private static long anyZero(long eight) {
    return (eight - ONES) & ~eight;
  }

  /** Whether all of a text can stand in an astring without quotes. */
  static boolean isAstring(String text) {
    return text.chars().allMatch(Octets::isAstring);
  }
}
