package org.restante.mime.header;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the date of a letter, the obsolete syntax included. The day of the week is not checked, and
 * may be missing; so may the seconds and the zone. A zone whose meaning is not known is UTC.
 *
 * @rfc 5322 3.3
 * @rfc 5322 4.3
 */
public final class DateParser {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> NAMED_ZONES =
      Map.of(
          "edt", -4, "est", -5, "cdt", -5, "cst", -6, "mdt", -6, "mst", -7, "pdt", -7, "pst", -8);

  /** java.time goes no further from UTC; such a zone is as unknown as a misspelt one. */
  private static final int LARGEST_OFFSET = 18 * 60;

  private DateParser() {}

  /** The moment that an unfolded Date value names; absent if it names none. */
  public static Optional<OffsetDateTime> parse(String value) {
    List<String> words = words(value);
    int day = startsWithNumber(words) ? 0 : 1;
    if (words.size() < day + 5) {
      return Optional.empty();
    }
    try {
      return Optional.of(moment(words.subList(day, words.size())));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static List<String> words(String value) {
    FieldLexer lexer = new FieldLexer(value, ",:");
    return Stream.generate(lexer::next)
        .takeWhile(token -> !token.isEnd())
        .filter(Token::isText)
        .map(token -> token.text().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean startsWithNumber(List<String> words) {
    return !words.isEmpty() && Character.isDigit((words.get(0) + " ").charAt(0));
  }

  /** Words: day, month, year, hour, minute, then perhaps a second and a zone. */
  private static OffsetDateTime moment(List<String> words) {
    boolean seconds = words.size() > 5 && words.get(5).matches("\\d{1,2}");
    int zone = seconds ? 6 : 5;
    // A leap second has no place of its own in java.time.
    int second = seconds ? Math.min(Integer.parseInt(words.get(5)), 59) : 0;
    LocalDateTime local =
        LocalDateTime.of(
            year(words.get(2)),
            month(words.get(1)),
            Integer.parseInt(words.get(0)),
            Integer.parseInt(words.get(3)),
            Integer.parseInt(words.get(4)),
            second);
    return local.atOffset(words.size() > zone ? zone(words.get(zone)) : ZoneOffset.UTC);
  }

  private static int month(String word) {
    int index = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
    if (index < 0) {
      throw new DateTimeException(word);
    }
    return index + 1;
  }

  private static int year(String word) {
    int year = Integer.parseInt(word);
    if (word.length() > 3) {
      return year;
    }
    return word.length() < 3 && year < 50 ? 2000 + year : 1900 + year;
  }

  private static ZoneOffset zone(String word) {
    if (!word.matches("[+-]\\d{4}")) {
      return ZoneOffset.ofHours(NAMED_ZONES.getOrDefault(word, 0));
    }
    int number = Integer.parseInt(word.substring(1));
    int minutes = number / 100 * 60 + number % 100;
    int offset = minutes > LARGEST_OFFSET ? 0 : minutes;
    return ZoneOffset.ofTotalSeconds((word.charAt(0) == '-' ? -offset : offset) * 60);
  }
}
