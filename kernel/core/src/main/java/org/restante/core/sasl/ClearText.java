package org.restante.core.sasl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of clients: UTF-8, strictly, and never without an end. */
final class ClearText {
  private static final int MOST_OCTETS = 4096;

  private ClearText() {}

  static Optional<String> decode(byte[] octets) {
    if (octets.length > MOST_OCTETS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
