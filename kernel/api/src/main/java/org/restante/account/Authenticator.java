package org.restante.account;

import java.net.InetAddress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Verifies logins. Thread-safe; blocks for the time of a password hash, and longer when throttled.
 */
@ProviderType
public interface Authenticator {

  /**
   * Verifies a password: the account's own, or one of its application passwords. The peer is for
   * throttling and the log.
   */
  Authentication authenticate(String login, String password, InetAddress peer);

  /** Whether there is SCRAM. */
  boolean offersScram();

  /**
   * Begins a login by SCRAM-SHA-256. Each password that has keys works: the account's own, and
   * those of its programs. Keys are made when a password is set, or verified in clear.
   */
  ScramLogin scram(String login, InetAddress peer);

  /**
   * Sets a new password; the old one stops working at once.
   *
   * @throws IllegalArgumentException if it has the form of an application password
   */
  void setPassword(AccountId account, String password);

  /**
   * Makes an application password.
   *
   * @param label what it is for, 1 to {@link ApplicationPassword#LONGEST_LABEL} characters
   * @throws IllegalArgumentException if the label is none
   */
  IssuedPassword issue(AccountId account, String label);

  /**
   * The credential to store for a password: a salted Argon2id hash in PHC text form, and keys for
   * SCRAM where there is SCRAM.
   */
  String hash(String password);
}
