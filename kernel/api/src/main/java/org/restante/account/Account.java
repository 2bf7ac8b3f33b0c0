package org.restante.account;

/**
 * An account.
 *
 * @param id its number
 * @param address its primary address, lower case, {@code local@domain}
 * @param quota its limits
 * @param enabled whether it may log in; mail is taken in either case
 */
public record Account(AccountId id, String address, QuotaLimits quota, boolean enabled) {}
