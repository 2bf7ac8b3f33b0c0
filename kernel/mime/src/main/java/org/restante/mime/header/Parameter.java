package org.restante.mime.header;

/**
 * A parameter of Content-Type or Content-Disposition. Each char is one octet of the letter.
 *
 * @param name as the letter writes it; ends with an asterisk where the value is an extended one
 *     (RFC 2231 §4)
 * @param value without quotes; an extended one as {@code charset'language'percent-encoded}
 * @rfc 2045 5.1
 */
public record Parameter(String name, String value) {

  /** Whether this is the parameter of that name, in any case, extended or not. */
  public boolean isNamed(String plain) {
    String own = isExtended() ? name.substring(0, name.length() - 1) : name;
    return own.equalsIgnoreCase(plain);
  }

  public boolean isExtended() {
    return name.endsWith("*");
  }

  /** The value as Unicode text; encoded words are read too, since senders put them here. */
  public String text() {
    return isExtended() ? ExtendedValue.decode(value) : EncodedWords.decode(value);
  }
}
