package org.restante.smtp.letter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.restante.message.MessageDraft;

/**
 * Gives a submitted letter the fields it has to have and lacks, in front of it. Holds the header
 * section until its end shows what is missing; a section that is longer than the limit gets
 * nothing.
 *
 * @rfc 6409 8.2
 * @rfc 6409 8.3
 */
public final class MissingFields {

  private static final int MOST_OCTETS = 64 * 1024;
  private static final int MOST_NAME_OCTETS = 16;

  private final String dateField;
  private final String messageIdField;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private final StringBuilder name = new StringBuilder();
  private boolean passing;
  private boolean nameEnded;
  private boolean hasDate;
  private boolean hasMessageId;

  /** The fields to add where they are missing, line ends included. */
  public MissingFields(String dateField, String messageIdField) {
    this.dateField = dateField;
    this.messageIdField = messageIdField;
  }

  void write(byte[] octets, int offset, int length, MessageDraft draft) {
    int at = offset;
    while (!passing && at < offset + length) {
      hold(octets[at++], draft);
    }
    draft.write(octets, at, offset + length - at);
  }

  /** The letter has ended. */
  void end(MessageDraft draft) {
    if (!passing) {
      release(draft, true);
    }
  }

  private void hold(byte octet, MessageDraft draft) {
    held.write(octet);
    switch (octet) {
      case '\n' -> {
        boolean blank = !nameEnded && name.isEmpty();
        name.setLength(0);
        nameEnded = false;
        if (blank) {
          release(draft, true);
        }
      }
      case '\r' -> {}
      case ':' -> fieldName();
      default -> {
        if (name.length() < MOST_NAME_OCTETS) {
          name.append((char) (octet & 0xFF));
        }
      }
    }
    if (!passing && held.size() >= MOST_OCTETS) {
      release(draft, false);
    }
  }

  private void fieldName() {
    if (!nameEnded) {
      String field = name.toString().stripTrailing().toLowerCase(Locale.ROOT);
      hasDate |= field.equals("date");
      hasMessageId |= field.equals("message-id");
    }
    nameEnded = true;
  }

  private void release(MessageDraft draft, boolean whole) {
    passing = true;
    if (whole && !hasDate) {
      draft.write(dateField.getBytes(StandardCharsets.US_ASCII));
    }
    if (whole && !hasMessageId) {
      draft.write(messageIdField.getBytes(StandardCharsets.US_ASCII));
    }
    draft.write(held.toByteArray());
    held.reset();
  }
}
