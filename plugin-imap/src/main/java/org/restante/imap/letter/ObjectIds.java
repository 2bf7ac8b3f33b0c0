package org.restante.imap.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.restante.message.StoredMessage;

/**
 * Names of letters and conversations that hold wherever a letter is, made from what never changes
 * about it: nothing is stored for them.
 *
 * @rfc 8474 5
 */
public final class ObjectIds {
  // Of a content its whole hash, which the store keeps for one content; of a conversation 160 bits.
  private static final int OCTETS = 20;

  private ObjectIds() {}

  /** Content and INTERNALDATE in one name: copies keep both, so they keep it. */
  public static String email(StoredMessage message) {
    OffsetDateTime date = message.internalDate();
    String content = message.contentName().substring(0, 2 * OCTETS);
    int minutes = date.getOffset().getTotalSeconds() / 60;
    return "M%s-%x-%x".formatted(content, date.toEpochSecond(), minutes & 0xffff);
  }

  /**
   * The conversation that a letter began, or that its first reference began; a letter that names
   * nobody and has no id of its own is alone.
   */
  public static String thread(OpenLetter letter) {
    String own =
        MessageIds.first(letter.envelope().messageId())
            .orElseGet(() -> letter.message().contentName());
    String root = letter.references().stream().findFirst().orElse(own);
    byte[] hash = sha256().digest(root.getBytes(StandardCharsets.UTF_8));
    return "T" + HexFormat.of().formatHex(hash, 0, OCTETS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
