package org.restante.sasl;

import org.restante.account.Account;
import org.restante.account.Authentication;

/** What a mechanism says next. */
public sealed interface SaslStep {

  /** Data for the client, which answers it. */
  @SuppressWarnings("ArrayRecordComponent") // made for one write, never compared
  record Challenge(byte[] data) implements SaslStep {}

  /** The client is who it says it is. */
  record Granted(Account account) implements SaslStep {}

  /** It is not, or may not come in. */
  record Denied(Authentication.Reason reason) implements SaslStep {}

  /** The mechanism needs TLS, which is not there. */
  record Unprotected() implements SaslStep {}

  /** The client's data make no sense in this mechanism. */
  record Malformed() implements SaslStep {}
}
