package org.restante.mailstore.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.account.ApplicationPassword;
import org.restante.account.QuotaLimits;

/**
 * An account as the directory knows it; its number is in the key.
 *
 * @param address its primary address
 * @param aliases its other addresses, sorted
 * @param quota limits of its own; without them its domain's hold
 * @param enabled whether it may log in
 */
public record DirectoryRow(
    String address, List<String> aliases, Optional<QuotaLimits> quota, boolean enabled) {

  /** An application password with its hash; account and id are in the key. */
  public record Secret(ApplicationPassword entry, String credential) {}

  /** Copies the list. */
  public DirectoryRow {
    aliases = List.copyOf(aliases);
  }

  /** An enabled account without aliases. */
  public static DirectoryRow created(String address, Optional<QuotaLimits> quota) {
    return new DirectoryRow(address, List.of(), quota, true);
  }

  /** With other limits. */
  public DirectoryRow withQuota(Optional<QuotaLimits> limits) {
    return new DirectoryRow(address, aliases, limits, enabled);
  }

  /** Enabled or not. */
  public DirectoryRow withEnabled(boolean now) {
    return new DirectoryRow(address, aliases, quota, now);
  }

  /** With other aliases. */
  public DirectoryRow withAliases(Stream<String> others) {
    return new DirectoryRow(address, others.sorted().toList(), quota, enabled);
  }

  /** The primary address and the aliases. */
  public Stream<String> addresses() {
    return Stream.concat(Stream.of(address), aliases.stream());
  }

  /** What is behind the {@code @} of the primary address. */
  public String domain() {
    return domain(address);
  }

  /** What is behind the {@code @} of an address. */
  public static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** As the account seam shows it, with the limits that hold. */
  public Account account(long id, QuotaLimits limits) {
    return new Account(new AccountId(id), address, aliases, limits, quota.isPresent(), enabled);
  }
}
