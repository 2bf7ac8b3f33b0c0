package org.restante.mime.header;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the date of a letter, the obsolete syntax included. The day of the week is not checked, and
 * may be missing; so may the time and the zone. A zone whose meaning is not known is UTC, and a
 * time that can't be is midnight.
 *
 * @rfc 5256 2.2
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
    if (words.size() < day + 3) {
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

  /** Words: day, month, year, then perhaps hour, minute, second and a zone. */
  private static OffsetDateTime moment(List<String> words) {
    LocalDate day =
        LocalDate.of(year(words.get(2)), month(words.get(1)), Integer.parseInt(words.get(0)));
    int zone = 3;
    while (zone < Math.min(words.size(), 6) && words.get(zone).matches("\\d{1,2}")) {
      zone++;
    }
    return day.atTime(time(words.subList(3, zone)))
        .atOffset(words.size() > zone ? zone(words.get(zone)) : ZoneOffset.UTC);
  }

  private static LocalTime time(List<String> numbers) {
    try {
      return numbers.size() < 2
          ? LocalTime.MIDNIGHT
          : LocalTime.of(
              Integer.parseInt(numbers.get(0)),
              Integer.parseInt(numbers.get(1)),
              // A leap second has no place of its own in java.time.
              numbers.size() > 2 ? Math.min(Integer.parseInt(numbers.get(2)), 59) : 0);
    } catch (DateTimeException e) {
      return LocalTime.MIDNIGHT;
    }
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
