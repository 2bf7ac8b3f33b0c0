package org.restante.account;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The accounts of this server, kept in the store. Thread-safe; calls block; reads are answered from
 * memory where that is possible.
 */
@ProviderType
public interface AccountDirectory {

  /**
   * Creates an account with an INBOX.
   *
   * @param address {@code local@domain}, or {@code local} in the default domain
   * @param credential what {@link #credential} gives back: a password hash in its standard text
   *     form
   * @throws IllegalArgumentException if the address is taken or malformed; the text says which
   */
  Account create(String address, String credential, QuotaLimits quota);

  /** The account of this number. */
  Optional<Account> find(AccountId id);

  /** The account of a login name: an address, or a local part in the default domain; any case. */
  Optional<Account> findByLogin(String login);

  /**
   * The account that receives mail for an address. {@code local+detail@domain} is local@domain's
   * (RFC 5233); a bare local part, as in {@code postmaster}, is in the default domain.
   */
  Optional<Account> findByAddress(String address);

  /** All accounts, by address. */
  List<Account> list();

  /** The stored password hash; empty where the account has none and can't log in. */
  Optional<String> credential(AccountId id);

  /** Replaces the password hash, durably. */
  void setCredential(AccountId id, String credential);

  /** Replaces the limits, durably; a usage above them only refuses new mail. */
  void setQuota(AccountId id, QuotaLimits quota);

  /** Lets an account log in, or not. */
  void setEnabled(AccountId id, boolean enabled);

  /** Removes the account and its mail. Its number and mailbox ids are not used again. */
  void delete(AccountId id);
}
