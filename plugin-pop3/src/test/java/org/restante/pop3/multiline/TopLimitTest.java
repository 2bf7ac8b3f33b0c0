package org.restante.pop3.multiline;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopLimitTest {

  /**
   * Pieces of one octet and the whole at once give the same; {@code ~} is CR, {@code /} is LF.
   *
   * @rfc 1939 7
   */
  @ParameterizedTest
  @CsvSource({
    "A: 1~/~/one~/two~/, 0, A: 1~/~/",
    "A: 1~/~/one~/two~/, 1, A: 1~/~/one~/",
    "A: 1~/~/one~/two~/, 9, A: 1~/~/one~/two~/",
    "A: 1~/~/one, 1, A: 1~/~/one",
    "A: 1//one/two/, 1, A: 1//one/",
    "A: 1~/B: 2~/, 0, A: 1~/B: 2~/",
    "~/one~/, 0, ~/",
    "A: 1~/~x/~/one~/, 0, A: 1~/~x/~/",
    "A: 1~/~/~/~/one~/, 2, A: 1~/~/~/~/"
  })
  void stopsAfterSoManyLines(String letter, int lines, String top) {
    byte[] octets = letter.replace('~', '\r').replace('/', '\n').getBytes(US_ASCII);
    int expected = top.length();
    assertThat(new TopLimit(lines).take(octets, octets.length)).isEqualTo(expected);
    TopLimit limit = new TopLimit(lines);
    int taken = 0;
    for (int i = 0; i < octets.length; i++) {
      taken += limit.take(new byte[] {octets[i]}, 1);
    }
    assertThat(taken).isEqualTo(expected);
  }
}
