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
    byte[] body = raw.substring(named ? colon + 1 : 0).getBytes(StandardCharsets.ISO_8859_1);
    return new HeaderField(named ? name : "", raw, unfold(body, body.length));
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
  static String unfold(byte[] raw, int length) {
    byte[] value = new byte[length];
    int end = 0;
    for (int i = 0; i < length; i++) {
      byte octet = raw[i];
      boolean leads = end == 0 && isSpace(octet);
      if (octet != '\r' && octet != '\n' && octet != 0 && !leads) {
        value[end++] = octet;
      }
    }
    while (end > 0 && isSpace(value[end - 1])) {
      end--;
    }
    return new String(value, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** Only ASCII white space: U+0085 and U+00A0 are octets of something else here. */
  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
