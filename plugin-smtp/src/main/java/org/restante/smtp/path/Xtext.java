package org.restante.smtp.path;

/**
 * The encoding of the value of AUTH= in MAIL.
 *
 * @rfc 3461 4
 */
public final class Xtext {

  private Xtext() {}

  /** Whether the text is well-formed. */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '+') {
        if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
          return false;
        }
        i += 2;
      } else if (c <= ' ' || c > '~' || c == '=') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
  }
}
