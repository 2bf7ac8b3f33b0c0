package org.restante.imap.letter;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.restante.message.StoredMessage;
import org.restante.mime.Envelope;
import org.restante.mime.header.DateParser;

/**
 * When a letter was sent.
 *
 * @rfc 5256 2.2
 */
public final class SentDate {
  private SentDate() {}

  /** Seconds since 1970 in UTC: by the Date field, or INTERNALDATE where that can't be read. */
  public static long of(Envelope envelope, StoredMessage message) {
    return Optional.ofNullable(envelope.date())
        .flatMap(DateParser::parse)
        .map(OffsetDateTime::toEpochSecond)
        .orElseGet(() -> message.internalDate().toEpochSecond());
  }
}
