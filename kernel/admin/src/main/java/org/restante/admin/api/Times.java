package org.restante.admin.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.restante.admin.http.Refusal;

/** Times as the API writes them: RFC 3339. */
final class Times {

  private Times() {}

  /** Whole seconds, as mail has them. */
  static OffsetDateTime date(String text, String field) {
    try {
      return OffsetDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeParseException malformed) {
      throw new Refusal(400, field + " is no time like 2026-11-22T23:01:00+01:00");
    }
  }

  static Instant instant(String text, String field) {
    return date(text, field).toInstant();
  }
}
