package org.restante.account;

/** How a login ended. */
public sealed interface Authentication {

  /** The password is right. */
  record Granted(Account account) implements Authentication {}

  /** No entry. */
  record Denied(Reason reason) implements Authentication {}

  /** Why there is no entry. A client is told no more than RFC 5530 has words for. */
  enum Reason {
    /** No such account or wrong password: the two look and cost the same. */
    INVALID_CREDENTIALS,
    /** The account is disabled. */
    DISABLED,
    /** Too many attempts lately. */
    THROTTLED,
    /** The store does not answer now. */
    UNAVAILABLE
  }
}
