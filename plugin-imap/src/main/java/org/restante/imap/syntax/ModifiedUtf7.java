package org.restante.imap.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Mailbox names on the wire.
 *
 * @rfc 3501 5.1.3
 */
public final class ModifiedUtf7 {

  private ModifiedUtf7() {}

  /** The wire form of a name. */
  public static String encode(String name) {
    StringBuilder wire = new StringBuilder(name.length());
    int at = 0;
    while (at < name.length()) {
      int end = at;
      while (end < name.length() && !Octets.isText(name.charAt(end))) {
        end++;
      }
      if (end > at) {
        wire.append('&').append(base64(name.substring(at, end))).append('-');
      } else {
        wire.append(name.charAt(end) == '&' ? "&-" : name.substring(end, end + 1));
        end++;
      }
      at = end;
    }
    return wire.toString();
  }

  /** The name of a wire form; absent where it is not the one form that this name has. */
  public static Optional<String> decode(String wire) {
    StringBuilder name = new StringBuilder(wire.length());
    int at = 0;
    while (at < wire.length()) {
      char c = wire.charAt(at);
      int end = c == '&' ? wire.indexOf('-', at) : at;
      if (end < 0 || !Octets.isText(c)) {
        return Optional.empty();
      }
      name.append(c == '&' ? shifted(wire.substring(at + 1, end)) : c);
      at = end + 1;
    }
    // Superfluous shifts and encoded ASCII read well but are not written so.
    return Optional.of(name.toString()).filter(text -> encode(text).equals(wire));
  }

  private static String shifted(String base64) {
    if (base64.isEmpty()) {
      return "&";
    }
    try {
      byte[] utf16 = Base64.getDecoder().decode(base64.replace(',', '/'));
      return new String(utf16, StandardCharsets.UTF_16BE);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static String base64(String text) {
    byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
    return Base64.getEncoder().withoutPadding().encodeToString(utf16).replace('/', ',');
  }
}
