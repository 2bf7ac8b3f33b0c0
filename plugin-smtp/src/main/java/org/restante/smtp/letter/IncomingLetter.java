package org.restante.smtp.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.restante.message.MessageDraft;

/**
 * A letter on its way into a draft. Never throws while octets come, so that a letter is read to its
 * end: what went wrong is asked for afterwards.
 */
public final class IncomingLetter implements OctetSink, AutoCloseable {

  private final MessageDraft draft;
  private final long limit;
  private final MessageDigest digest;
  private final @Nullable MissingFields missingFields;
  private long received;
  private @Nullable RuntimeException failure;

  /**
   * A letter for a draft.
   *
   * @param limit octets, as the client sends them, that are too many
   * @param missingFields what a submission lacks; null where nothing is to be added
   */
  public IncomingLetter(MessageDraft draft, long limit, @Nullable MissingFields missingFields) {
    this.draft = draft;
    this.limit = limit;
    this.missingFields = missingFields;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Puts trace fields in front. */
  public void prepend(String fields) {
    draft.write(fields.getBytes(StandardCharsets.US_ASCII));
  }

  /** Takes octets of the letter itself. */
  @Override
  public void write(byte[] octets, int offset, int length) {
    received += length;
    if (tooLarge() || failure != null) {
      return;
    }
    digest.update(octets, offset, length);
    try {
      if (missingFields == null) {
        draft.write(octets, offset, length);
      } else {
        missingFields.write(octets, offset, length, draft);
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** Octets that the client sent, kept or not. */
  public long received() {
    return received;
  }

  /** Whether it has more octets than a letter may have. */
  public boolean tooLarge() {
    return received > limit;
  }

  /** The draft with all of the letter in it; throws what went wrong on the way. */
  public MessageDraft complete() {
    RuntimeException problem = failure;
    if (problem != null) {
      throw problem;
    }
    if (missingFields != null) {
      missingFields.end(draft);
    }
    return draft;
  }

  /** The letter's octets in short; once, at its end. */
  public String fingerprint() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    draft.close();
  }
}
