package org.restante.pop3;

import org.restante.message.MessageContent;

/**
 * A letter piece by piece, the next one read ahead: what can't be read at all is refused before a
 * word of the response is said.
 */
final class LetterPieces {
  private final MessageContent content;
  private final byte[] piece;
  private long position;
  private int length;

  /** Reads the first piece; each has at most so many octets. */
  LetterPieces(MessageContent content, int most) {
    this.content = content;
    this.piece = new byte[(int) Math.max(1, Math.min(most, content.size()))];
    next();
  }

  /** Whether all were read. */
  boolean ended() {
    return length <= 0;
  }

  /** The octets of this piece, from the first on. */
  byte[] octets() {
    return piece;
  }

  /** How many they are. */
  int length() {
    return length;
  }

  /** Goes to the next piece. */
  void next() {
    length = content.read(position, piece, 0, piece.length);
    position += Math.max(0, length);
  }
}
