package org.restante.admin.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.restante.message.MessageContent;

/** The SHA-256 of a letter's octets, as archives have it. */
final class LetterDigest {
  private static final int PIECE = 64 * 1024;

  private final MessageDigest digest = sha256();

  /** That of a whole letter, read in pieces. */
  static String of(MessageContent content) {
    LetterDigest digest = new LetterDigest();
    byte[] piece = new byte[PIECE];
    long position = 0;
    while (position < content.size()) {
      int count = content.read(position, piece, 0, piece.length);
      digest.write(piece, 0, count);
      position += count;
    }
    return digest.end();
  }

  /** Takes the next octets. */
  void write(byte[] octets, int offset, int length) {
    digest.update(octets, offset, length);
  }

  /** In hexadecimal; call once. */
  String end() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
