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
   * Creates an account with an INBOX, whose limits are those of its domain.
   *
   * @param address {@code local@domain}, or {@code local} in the default domain
   * @param credential what {@link Authenticator#hash} gives back; empty for none
   * @throws IllegalArgumentException if the address is taken or malformed; the text says which
   */
  Account create(String address, String credential);

  /**
   * Creates an account with an INBOX and limits of its own.
   *
   * @param address {@code local@domain}, or {@code local} in the default domain
   * @param credential what {@link Authenticator#hash} gives back; empty for none
   * @throws IllegalArgumentException if the address is taken or malformed; the text says which
   */
  Account create(String address, String credential, QuotaLimits quota);

  /** The account of this number. */
  Optional<Account> find(AccountId id);

  /**
   * The account of a login name: one of its addresses, or a local part in the default domain; any
   * case.
   */
  Optional<Account> findByLogin(String login);

  /**
   * The account that receives mail for an address. {@code local+detail@domain} is local@domain's
   * (RFC 5233); a bare local part, as in {@code postmaster}, is in the default domain.
   */
  Optional<Account> findByAddress(String address);

  /** All accounts, by address. */
  List<Account> list();

  /** The stored password hash; empty where the account has none. */
  Optional<String> credential(AccountId id);

  /** Replaces the password hash, durably; an empty text removes it. */
  void setCredential(AccountId id, String credential);

  /**
   * Replaces the password hash, durably, unless somebody has changed it meanwhile.
   *
   * @return whether it was still the expected one
   */
  boolean replaceCredential(AccountId id, String expected, String credential);

  /**
   * Keeps an application password, durably.
   *
   * @param credential its hash
   * @throws IllegalArgumentException if the account has one of this id
   * @throws org.restante.refusal.LimitReached if the account has {@link ApplicationPassword#MOST}
   */
  void addApplicationPassword(AccountId id, ApplicationPassword password, String credential);

  /** The application passwords of an account, by the time they were made. */
  List<ApplicationPassword> applicationPasswords(AccountId id);

  /** The hash of an application password; empty where there is none of this id. */
  Optional<String> applicationCredential(AccountId id, String password);

  /**
   * Takes an application password back; it stops working at once.
   *
   * @return whether there was one of this id
   */
  boolean revokeApplicationPassword(AccountId id, String password);

  /**
   * Gives an account another address, for logins and for mail.
   *
   * @param alias {@code local@domain}, or {@code local} in the default domain
   * @return the address as it is kept
   * @throws IllegalArgumentException if the address is taken or malformed; the text says which
   * @throws org.restante.refusal.LimitReached if the account has too many
   */
  String addAlias(AccountId id, String alias);

  /**
   * Takes an alias back; it is free then. The primary address stays.
   *
   * @return whether the account had it
   */
  boolean removeAlias(AccountId id, String alias);

  /** Gives an account limits of its own, durably; a usage above them only refuses new mail. */
  void setQuota(AccountId id, QuotaLimits quota);

  /** Takes an account's own limits back: those of its domain hold, as they are and will be. */
  void inheritQuota(AccountId id);

  /** Lets an account log in, or not. */
  void setEnabled(AccountId id, boolean enabled);

  /**
   * Removes the account and its mail; its addresses are free then. Its number and mailbox ids are
   * not used again.
   */
  void delete(AccountId id);
}
