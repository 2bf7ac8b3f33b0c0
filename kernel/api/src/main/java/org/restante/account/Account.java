package org.restante.account;

import java.util.List;

/**
 * An account.
 *
 * @param id its number
 * @param address its primary address, lower case, {@code local@domain}
 * @param aliases its other addresses, in the same form, sorted
 * @param quota the limits that hold for it
 * @param ownQuota whether they are its own; else they are its domain's, or none
 * @param enabled whether it may log in; mail is taken in either case
 */
public record Account(
    AccountId id,
    String address,
    List<String> aliases,
    QuotaLimits quota,
    boolean ownQuota,
    boolean enabled) {

  /** Copies the list. */
  public Account {
    aliases = List.copyOf(aliases);
  }

  /** What is behind the {@code @} of its primary address. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
