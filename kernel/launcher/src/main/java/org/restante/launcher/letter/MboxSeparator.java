package org.restante.launcher.letter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The line before a letter in an mbox: {@code From sender Sat Nov 21 09:10:11 2026}, in UTC. */
final class MboxSeparator {

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);

  private MboxSeparator() {}

  static Optional<Instant> date(String line) {
    String[] words = line.split("\\s+");
    if (words.length < 7) {
      return Optional.empty();
    }
    String date = String.join(" ", words[2], words[3], words[4], words[5], words[6]);
    try {
      return Optional.of(LocalDateTime.parse(date, ASCTIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }
}
