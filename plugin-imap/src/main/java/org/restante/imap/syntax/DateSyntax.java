package org.restante.imap.syntax;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Dates on the wire.
 *
 * @rfc 3501 9
 */
public final class DateSyntax {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private DateSyntax() {}

  /** A date-time, quotes included. */
  public static OffsetDateTime expectDateTime(ImapReader in) {
    in.expect('"');
    in.take(' ');
    LocalDate date = monthAndYear(in, in.expectDigits(1, 2));
    in.expectSpace();
    int hour = in.expectDigits(2, 2);
    in.expect(':');
    int minute = in.expectDigits(2, 2);
    in.expect(':');
    int second = in.expectDigits(2, 2);
    in.expectSpace();
    ZoneOffset zone = zone(in);
    in.expect('"');
    try {
      return date.atTime(hour, minute, second).atOffset(zone);
    } catch (DateTimeException e) {
      throw new SyntaxError("no such time");
    }
  }

  /** A date, in quotes or not. */
  public static LocalDate expectDate(ImapReader in) {
    boolean quoted = in.take('"');
    LocalDate date = monthAndYear(in, in.expectDigits(1, 2));
    if (quoted) {
      in.expect('"');
    }
    return date;
  }

  /** Writes a date-time, quotes included. */
  public static void write(ImapWriter out, OffsetDateTime time) {
    out.raw('"');
    pad(out, time.getDayOfMonth(), ' ').raw('-').raw(MONTHS.get(time.getMonthValue() - 1));
    int year = time.getYear();
    pad(out.raw('-'), year / 100, '0');
    pad(out, year % 100, '0').raw(' ');
    pad(out, time.getHour(), '0').raw(':');
    pad(out, time.getMinute(), '0').raw(':');
    pad(out, time.getSecond(), '0').raw(' ');
    int minutes = time.getOffset().getTotalSeconds() / 60;
    out.raw(minutes < 0 ? '-' : '+');
    pad(out, Math.abs(minutes) / 60, '0');
    pad(out, Math.abs(minutes) % 60, '0').raw('"');
  }

  private static ImapWriter pad(ImapWriter out, int number, char filler) {
    return number < 10 ? out.raw(filler).number(number) : out.number(number);
  }

  private static LocalDate monthAndYear(ImapReader in, int day) {
    in.expect('-');
    int month = month(in.takeLetters());
    in.expect('-');
    int year = in.expectDigits(4, 4);
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new SyntaxError("no such date");
    }
  }

  private static int month(String name) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).equalsIgnoreCase(name)) {
        return i + 1;
      }
    }
    throw new SyntaxError("expected a month");
  }

  private static ZoneOffset zone(ImapReader in) {
    int sign = in.take('-') ? -1 : 1;
    if (sign > 0) {
      in.expect('+');
    }
    int zone = in.expectDigits(4, 4);
    int minutes = zone / 100 * 60 + zone % 100;
    if (minutes > 18 * 60) {
      throw new SyntaxError("no such zone");
    }
    return ZoneOffset.ofTotalSeconds(sign * minutes * 60);
  }
}
