package org.restante.account;

/**
 * A domain whose mail is kept here.
 *
 * @param name lower case
 * @param quota the limits of its accounts that have none of their own
 */
public record Domain(String name, QuotaLimits quota) {}
