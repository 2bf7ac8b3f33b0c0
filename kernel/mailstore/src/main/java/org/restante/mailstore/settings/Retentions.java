package org.restante.mailstore.settings;

import java.time.Duration;
import java.time.Instant;

/**
 * How long what was removed is kept; zero keeps nothing.
 *
 * @param messages expunged messages
 * @param mailboxes deleted mailboxes
 * @param accounts deleted accounts
 */
public record Retentions(Duration messages, Duration mailboxes, Duration accounts) {

  /** As without a configuration. */
  public static final Retentions DEFAULT =
      new Retentions(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(30));

  /** Nothing is kept. */
  public static final Retentions NONE = new Retentions(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Refuses negative times. */
  public Retentions {
    if (messages.isNegative() || mailboxes.isNegative() || accounts.isNegative()) {
      throw new IllegalArgumentException("what was removed can't be kept for a negative time");
    }
  }

  /** Messages that were expunged before this second have been kept long enough. */
  public long messagesUntil(Instant now) {
    return now.minus(messages).getEpochSecond();
  }

  /** Mailboxes that were deleted before this second have been kept long enough. */
  public long mailboxesUntil(Instant now) {
    return now.minus(mailboxes).getEpochSecond();
  }

  /** Accounts that were deleted before this second have been kept long enough. */
  public long accountsUntil(Instant now) {
    return now.minus(accounts).getEpochSecond();
  }
}
