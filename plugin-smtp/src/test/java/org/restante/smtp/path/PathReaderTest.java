package org.restante.smtp.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Paths of the grammar, and beyond it.
 *
 * @rfc 5321 4.1.2
 */
class PathReaderTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<a@b.test>, a@b.test, a@b.test",
        "<A.b+c@B.Test>, A.b+c@b.test, A.b+c@B.Test",
        "`<@x.test,@y.test:a@b.test>`, a@b.test, a@b.test",
        "<\"a b\"@b.test>, a b@b.test, \"a b\"@b.test",
        "<\"a\\\"@b\"@b.test>, a\"@b@b.test, \"a\\\"@b\"@b.test",
        "<\"\"@b.test>, @b.test, \"\"@b.test",
        "<a@[192.0.2.1]>, a@[192.0.2.1], a@[192.0.2.1]",
        "<a@[IPv6:2001:db8::1]>, a@[IPv6:2001:db8::1], a@[IPv6:2001:db8::1]",
        "<postmaster>, postmaster, postmaster",
        "` <a..b@under_score.test>`, a..b@under_score.test, a..b@under_score.test"
      })
  void reads(String text, String address, String written) {
    PathReader reader = new PathReader(text + " REST", "5.1.3");
    Path path = reader.expectPath();
    assertThat(path.address()).isEqualTo(address);
    assertThat(path.text()).isEqualTo(written);
    assertThat(reader.rest()).isEqualTo(" REST");
  }

  @Test
  void readsTheNullPath() {
    assertThat(new PathReader("<>", "5.1.7").expectPath().isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a@b.test",
        "<@x.test:>",
        "<a@b.test",
        "<@b.test>",
        "<a@>",
        "<a@.b>",
        "<a@b..c>",
        "<a@b.>",
        "<a b@c>",
        "<@x> y:a@b.test>",
        "<\"a@b>",
        "<a@[1.2.3.4>",
        "<a@b>c<",
        "<a\0@b>"
      })
  void refuses(String text) {
    assertThatThrownBy(() -> readAll(text))
        .isInstanceOfSatisfying(
            MalformedPath.class, e -> assertThat(e.reply().code()).isEqualTo(501));
  }

  private static void readAll(String text) {
    PathReader reader = new PathReader(text, "5.1.3");
    reader.expectPath();
    new Parameters(reader.rest()).expectEnd();
  }

  @Test
  void saysThatAddressesAreAscii() {
    assertThatThrownBy(() -> readAll("<\u00e4@b.test>"))
        .isInstanceOfSatisfying(
            MalformedPath.class, e -> assertThat(e.reply().status()).isEqualTo("5.6.7"));
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> readAll("<" + "a".repeat(320) + "@b.test>"))
        .isInstanceOf(MalformedPath.class);
  }
}
