package org.restante.mime;

import java.nio.charset.StandardCharsets;

/**
 * A field of a header. Each char is one octet.
 *
 * @param name as the letter writes it; empty for lines that are no field, having no colon
 * @param raw the field's octets with all folding and line ends
 * @param value the octets behind the colon, unfolded: without line ends, NUL and outer white space
 * @rfc 5322 2.2
 */
public record HeaderField(String name, String raw, String value) {

  static HeaderField of(String raw) {
    int colon = raw.indexOf(':');
    String name = raw.substring(0, Math.max(colon, 0)).stripTrailing();
    boolean named = !name.isEmpty() && name.chars().noneMatch(c -> c <= ' ');
    return new HeaderField(named ? name : "", raw, unfold(raw.substring(named ? colon + 1 : 0)));
  }

  /** The field as it stands in the letter. */
  public byte[] octets() {
    return raw.getBytes(StandardCharsets.ISO_8859_1);
  }

  public boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }

  /**
   * Removes line ends and the white space around the value. CR, LF and NUL never are in a value, so
   * that each is a string IMAP can send.
   *
   * @rfc 5322 2.2.3
   */
  static String unfold(String raw) {
    StringBuilder value = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\r' && c != '\n' && c != 0) {
        value.append(c);
      }
    }
    return trim(value);
  }

  /** Only ASCII white space: U+0085 and U+00A0 are octets of something else here. */
  private static String trim(StringBuilder value) {
    int start = 0;
    int end = value.length();
    while (start < end && isSpace(value.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
