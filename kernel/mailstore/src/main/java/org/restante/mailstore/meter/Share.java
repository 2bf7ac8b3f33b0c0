package org.restante.mailstore.meter;

import org.restante.account.QuotaLimits;
import org.restante.mailstore.schema.Retained.Usage;

/**
 * What one account adds to the totals.
 *
 * @param there whether it is an account: one that was deleted may be retained with its mail
 * @param octets octets of its messages
 * @param messages number of its messages
 * @param retained what of it is retained
 * @param mailboxes number of its mailboxes
 * @param unread messages without {@code \Seen}
 * @param limits its limits
 */
public record Share(
    boolean there,
    long octets,
    long messages,
    Usage retained,
    long mailboxes,
    long unread,
    QuotaLimits limits) {

  /** An account that is gone. */
  public static final Share GONE = retained(Usage.NONE);

  /** An account that was deleted and is retained. */
  public static Share retained(Usage usage) {
    return new Share(false, 0, 0, usage, 0, 0, QuotaLimits.NONE);
  }

  /** The same under other limits. */
  Share with(QuotaLimits others) {
    return new Share(there, octets, messages, retained, mailboxes, unread, others);
  }
}
