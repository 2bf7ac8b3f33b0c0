package org.restante.mime.decode;

import java.io.InputStream;
import java.util.Locale;

/**
 * Undoes a Content-Transfer-Encoding.
 *
 * @rfc 2045 6
 */
public final class TransferDecoder {

  private TransferDecoder() {}

  /**
   * Opens the decoded form of a body. 7bit, 8bit and binary are the octets themselves; so is every
   * encoding not known here (x-uuencode among them), which {@link #knows} tells apart.
   *
   * @param body the encoded octets; closed with the returned stream
   * @param encoding the mechanism's name, in any case
   */
  public static InputStream open(InputStream body, String encoding) {
    return switch (canonical(encoding)) {
      case "base64" -> new Base64Input(body);
      case "quoted-printable" -> new QuotedPrintableInput(body);
      default -> body;
    };
  }

  /**
   * Whether the encoding is one of the five of RFC 2045, so that what is decoded is the content.
   */
  public static boolean knows(String encoding) {
    return switch (canonical(encoding)) {
      case "7bit", "8bit", "binary", "base64", "quoted-printable" -> true;
      default -> false;
    };
  }

  private static String canonical(String encoding) {
    return encoding.strip().toLowerCase(Locale.ROOT);
  }
}
