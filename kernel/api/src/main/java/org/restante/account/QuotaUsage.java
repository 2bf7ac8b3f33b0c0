package org.restante.account;

/**
 * What an account uses of its quota. A message that was copied counts once for each copy.
 *
 * @param octets octets of all its messages
 * @param messages number of its messages
 * @param limits its limits
 */
public record QuotaUsage(long octets, long messages, QuotaLimits limits) {}
