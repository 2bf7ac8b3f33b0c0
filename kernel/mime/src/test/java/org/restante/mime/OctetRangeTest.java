package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Partial fetches.
 *
 * @rfc 3501 6.4.5
 */
class OctetRangeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 2048, 100, 50",
    "0, 10, 100, 10",
    "40, 20, 140, 10",
    "50, 1, 150, 0",
    "9223372036854775807, 9223372036854775807, 150, 0",
    "0, 0, 100, 0",
  })
  void clips(long start, long count, long offset, long length) {
    assertThat(new OctetRange(100, 50).clip(start, count))
        .isEqualTo(new OctetRange(offset, length));
  }
}
