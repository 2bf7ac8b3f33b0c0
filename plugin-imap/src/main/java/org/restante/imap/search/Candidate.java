package org.restante.imap.search;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.restante.imap.letter.OpenLetter;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;

/**
 * A message that may match.
 *
 * @param open the message itself; absent while only cheap tests are made
 */
record Candidate(long uid, Flags flags, long modSeq, @Nullable OpenLetter open) {

  StoredMessage message() {
    return opened().message();
  }

  /** The day, in UTC, on which a message came into its mailbox. */
  static LocalDate saveDate(StoredMessage message) {
    return message.saveDate().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  LetterText letter() {
    return new LetterText(opened());
  }

  private OpenLetter opened() {
    return Objects.requireNonNull(open, "a test costs more than it says");
  }
}
