package org.restante.smtp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.restante.account.QuotaLimits;
import org.restante.account.QuotaUsage;

/**
 * What is known about room at RCPT.
 *
 * @rfc 1870 6
 */
class RoomTest {
  private static final long LARGEST = 10_000;

  @Test
  void withoutLimitsThereIsRoom() {
    assertThat(Room.of(new QuotaUsage(1, 1, QuotaLimits.NONE), OptionalLong.empty(), LARGEST))
        .isEqualTo(Room.AMPLE);
  }

  @Test
  void aDeclaredSizeDecides() {
    assertThat(room(8000, OptionalLong.of(3000))).isEqualTo(Room.AMPLE);
    assertThat(room(8000, OptionalLong.of(8001))).isEqualTo(Room.NO_OCTETS);
    assertThat(room(8000, OptionalLong.of(7999))).isEqualTo(Room.UNCERTAIN);
  }

  @Test
  void whatIsLargerThanAllThatMayBeKeptNeverHasRoom() {
    assertThat(room(8000, OptionalLong.of(20_000))).isEqualTo(Room.NO_OCTETS);
    assertThat(room(8000, OptionalLong.of(20_001))).isEqualTo(Room.NEVER);
  }

  @Test
  void withoutOneTheLargestLetterDecides() {
    assertThat(room(LARGEST + 5000, OptionalLong.empty())).isEqualTo(Room.AMPLE);
    assertThat(room(LARGEST, OptionalLong.empty())).isEqualTo(Room.UNCERTAIN);
    assertThat(room(1, OptionalLong.empty())).isEqualTo(Room.UNCERTAIN);
    assertThat(room(0, OptionalLong.empty())).isEqualTo(Room.NO_OCTETS);
    assertThat(room(-5, OptionalLong.of(0))).isEqualTo(Room.NO_OCTETS);
  }

  @Test
  void messagesAreCounted() {
    QuotaLimits one = new QuotaLimits(QuotaLimits.UNLIMITED, 1);
    assertThat(Room.of(new QuotaUsage(0, 0, one), OptionalLong.empty(), LARGEST))
        .isEqualTo(Room.AMPLE);
    assertThat(Room.of(new QuotaUsage(0, 1, one), OptionalLong.of(1), LARGEST))
        .isEqualTo(Room.NO_MESSAGE);
  }

  private static Room room(long left, OptionalLong declared) {
    QuotaLimits limits = new QuotaLimits(20_000, QuotaLimits.UNLIMITED);
    return Room.of(new QuotaUsage(20_000 - left, 3, limits), declared, LARGEST);
  }
}
