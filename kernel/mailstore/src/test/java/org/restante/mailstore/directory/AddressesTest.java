package org.restante.mailstore.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The forms of an address. */
final class AddressesTest {
  private final Addresses addresses = new Addresses("Example.ORG");

  @Test
  void addressesAreLowerCaseWithADomain() {
    assertThat(addresses.form("Ann")).contains("ann@example.org");
    assertThat(addresses.form("ANN@Other.net")).contains("ann@other.net");
    assertThat(addresses.form("jörg@bücher.example")).contains("jörg@bücher.example");
  }

  @Test
  void whatIsTooLongOrHasStrangeCharactersIsNone() {
    assertThat(addresses.form("a".repeat(64))).isPresent();
    assertThat(addresses.form("a".repeat(65))).isEmpty();
    assertThat(addresses.form("a@" + "b".repeat(252))).isPresent();
    assertThat(addresses.form("a@" + "b".repeat(253))).isEmpty();
    for (String bad : new String[] {"a\tb", "<a>", "a,b", "a\\b", "\"a\"", "a@b@c", "@", ""}) {
      assertThat(addresses.form(bad)).as(bad).isEmpty();
    }
  }

  @Test
  void theDetailIsBetweenThePlusAndTheDomain() {
    assertThat(Addresses.withoutDetail("a+b+c@d")).contains("a@d");
    assertThat(Addresses.withoutDetail("+b@d")).isEmpty();
    assertThat(Addresses.withoutDetail("a@d+e")).isEmpty();
  }
}
