package org.restante.imap.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.restante.imap.World;
import org.restante.refusal.DiskFull;
import org.restante.refusal.StoreUnavailable;
import org.restante.testkit.connection.MemoryConnection;

/** What fails for a time is said as such. */
final class FailureTest {

  /**
   * Not LIMIT, which is there for good, nor OVERQUOTA, which is the user's to change.
   *
   * @rfc 5530 3
   */
  @Test
  void aFullDiskIsUnavailableForATime() {
    try (MemoryConnection connection = new World().connect()) {
      Completion completion = Failure.reply(new DiskFull("no room", null), "APPEND", connection);
      assertThat(completion)
          .isEqualTo(Completion.no("UNAVAILABLE", "The disk is full; try again later"));
      assertThat(Failure.reply(new StoreUnavailable("gone", null), "APPEND", connection))
          .isNotEqualTo(completion);
    }
  }
}
