package org.restante.mime.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * @rfc 5322 3.3
 * @rfc 5322 4.3
 * @rfc 5256 2.2
 */
class DateParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fri, 21 Nov 1997 09:55:06 -0600|1997-11-21T09:55:06-06:00",
        "21 Nov 1997 09:55 +0130|1997-11-21T09:55+01:30",
        "Thu,\t13\tFeb 1969 23:32:00 -0330 (Newfoundland Time)|1969-02-13T23:32-03:30",
        "21 Nov 97 09:55:06 GMT|1997-11-21T09:55:06Z",
        "Fri, 21 Nov 49 09(comment):   55  :  06 EST|2049-11-21T09:55:06-05:00",
        "1 Jan 50 0:0 PDT|1950-01-01T00:00-07:00",
        "1 Jan 100 00:00 Z|2000-01-01T00:00Z",
        "1 jan 2020 00:00:00 a|2020-01-01T00:00Z",
        "1 January 2020 00:00:00 CEST|2020-01-01T00:00Z",
        "1 Jan 2020 00:00:60 +0000|2020-01-01T00:00:59Z",
        "1 Jan 2020 00:00:01|2020-01-01T00:00:01Z",
        "1 Jan 2020 00:00 -9900|2020-01-01T00:00Z",
        "1 Jan 2020 25:00 +0100|2020-01-01T00:00+01:00",
        "Wed, 1 Jan 2020 24:00:00 +0000|2020-01-01T00:00Z",
        "1 Jan 2020|2020-01-01T00:00Z",
        "1 Jan 2020 +0100|2020-01-01T00:00+01:00",
        "Mon 2 Mar 2020 12:30:00 \"+0100\"|2020-03-02T12:30+01:00",
      })
  void reads(String value, OffsetDateTime moment) {
    assertThat(DateParser.parse(value)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "31 Feb 2020 00:00 +0000",
        "1 Foo 2020 00:00 +0000",
        "1 Jan 99999999999 00:00 +0000",
        "Fri, x Nov 1997 09:55:06 -0600",
      })
  void refuses(String value) {
    assertThat(DateParser.parse(value)).isEmpty();
  }

  @Property
  void neverThrows(
      @ForAll
          @StringLength(max = 40)
          @Chars({'1', '9', ' ', ':', ',', '+', '-', 'J', 'a', 'n', '"', '(', '²'})
          String value) {
    assertThat(DateParser.parse(value)).isNotNull();
    assertThat(DateParser.parse("1 Jan 2020 00:" + value)).isNotNull();
  }
}
