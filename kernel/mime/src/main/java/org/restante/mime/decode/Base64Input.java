package org.restante.mime.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Decodes base64, passing over every octet outside the alphabet as the RFC asks. A pad character
 * ends a group but not the data: some senders encode block by block and join the results.
 *
 * @rfc 2045 6.8
 */
final class Base64Input extends DecodedInput {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final byte[] SEXTETS = sextets();

  private int bits;
  private int bitCount;

  Base64Input(InputStream source) {
    super(source);
  }

  @Override
  int decode() throws IOException {
    while (bitCount < 8) {
      int octet = take();
      if (octet < 0) {
        return -1;
      }
      accept(octet);
    }
    bitCount -= 8;
    return bits >> bitCount & 0xff;
  }

  private void accept(int octet) {
    int sextet = SEXTETS[octet];
    if (sextet >= 0) {
      bits = bits << 6 | sextet;
      bitCount += 6;
    } else if (octet == '=') {
      bitCount = 0;
    }
  }

  private static byte[] sextets() {
    byte[] table = new byte[256];
    Arrays.fill(table, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      table[ALPHABET.charAt(i)] = (byte) i;
    }
    return table;
  }
}
