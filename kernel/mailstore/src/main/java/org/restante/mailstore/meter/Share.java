package org.restante.mailstore.meter;

import org.restante.account.QuotaLimits;

/** What one account adds to the totals. */
public record Share(
    boolean there, long octets, long messages, long mailboxes, long unread, QuotaLimits limits) {

  /** An account that is gone. */
  public static final Share GONE = new Share(false, 0, 0, 0, 0, QuotaLimits.NONE);

  /** The same under other limits. */
  Share with(QuotaLimits others) {
    return new Share(there, octets, messages, mailboxes, unread, others);
  }
}
