package org.restante.account;

import java.net.InetAddress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Verifies logins. Thread-safe; blocks for the time of a password hash, and longer when throttled.
 */
@ProviderType
public interface Authenticator {

  /** Verifies a password. The peer is for throttling and the log. */
  Authentication authenticate(String login, String password, InetAddress peer);

  /** Sets a new password; the old one stops working at once. */
  void setPassword(AccountId account, String password);

  /** The credential to store for a password: a salted Argon2id hash in PHC text form. */
  String hash(String password);
}
