package org.restante.account;

/**
 * The limits of an account.
 *
 * @param octets most octets of all its messages; {@link #UNLIMITED} for no limit
 * @param messages most messages; {@link #UNLIMITED} for no limit
 */
public record QuotaLimits(long octets, long messages) {

  /** No limit. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /** Neither octets nor messages are limited. */
  public static final QuotaLimits NONE = new QuotaLimits(UNLIMITED, UNLIMITED);
}
