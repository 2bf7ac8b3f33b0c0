package org.restante.mime.header;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code charset'language'percent-encoded}.
 *
 * @rfc 2231 4
 */
final class ExtendedValue {

  private static final String HEX = "0123456789ABCDEF";

  private ExtendedValue() {}

  /** The text; a value without both apostrophes is read as if its charset were left out. */
  static String decode(String value) {
    int charsetEnd = value.indexOf('\'');
    int languageEnd = value.indexOf('\'', charsetEnd + 1);
    if (charsetEnd < 0 || languageEnd < 0) {
      return OctetText.decode(octets(value), "");
    }
    return OctetText.decode(
        octets(value.substring(languageEnd + 1)), value.substring(0, charsetEnd));
  }

  /** Percent-encodes what an extended value may not hold as it is. */
  static String encode(String plain) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : plain.getBytes(StandardCharsets.ISO_8859_1)) {
      if (isAttributeChar(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
      }
    }
    return encoded.toString();
  }

  private static byte[] octets(String encoded) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      int octet = encoded.charAt(i) == '%' ? HexPair.at(encoded, i + 1) : -1;
      octets.write(octet < 0 ? encoded.charAt(i) : octet);
      i += octet < 0 ? 0 : 2;
    }
    return octets.toByteArray();
  }

  private static boolean isAttributeChar(byte octet) {
    return octet > ' ' && octet < 0x7f && "*'%()<>@,;:\\\"/[]?=".indexOf(octet) < 0;
  }
}
