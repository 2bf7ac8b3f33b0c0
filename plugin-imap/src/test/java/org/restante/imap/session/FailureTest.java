package org.restante.imap.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.restante.refusal.DiskFull;
import org.restante.refusal.StoreUnavailable;

/** What fails for a time is said as such. */
final class FailureTest {

  /**
   * Not LIMIT, which is there for good, nor OVERQUOTA, which is the user's to change.
   *
   * @rfc 5530 3
   */
  @Test
  void aFullDiskIsUnavailableForATime() {
    Completion completion = Failure.reply(new DiskFull("no room", null), "APPEND", 1);
    assertThat(completion)
        .isEqualTo(Completion.no("UNAVAILABLE", "The disk is full; try again later"));
    assertThat(Failure.reply(new StoreUnavailable("gone", null), "APPEND", 1))
        .isNotEqualTo(completion);
  }
}
