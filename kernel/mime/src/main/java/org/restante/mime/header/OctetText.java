package org.restante.mime.header;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.restante.mime.decode.TextDecoder;

/** Octets of a header as Unicode text. */
final class OctetText {

  private static final Charset WESTERN =
      TextDecoder.charset("iso-8859-1").orElse(StandardCharsets.ISO_8859_1);

  private OctetText() {}

  static String decode(byte[] octets, String charset) {
    return TextDecoder.charset(charset)
        .map(known -> new String(octets, known))
        .orElseGet(() -> unlabelled(octets));
  }

  /** UTF-8 as RFC 6532 §3 has it, or the charset that 8-bit headers without a label came in. */
  static String unlabelled(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      return new String(octets, WESTERN);
    }
  }
}
