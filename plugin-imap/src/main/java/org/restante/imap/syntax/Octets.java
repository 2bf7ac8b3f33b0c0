package org.restante.imap.syntax;

/**
 * Classes of octets in the formal syntax.
 *
 * @rfc 3501 9
 */
final class Octets {
  private static final String ATOM_SPECIALS = "(){ %*\"\\]";

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

  /** Whether all of a text can stand in an astring without quotes. */
  static boolean isAstring(String text) {
    return text.chars().allMatch(Octets::isAstring);
  }
}
