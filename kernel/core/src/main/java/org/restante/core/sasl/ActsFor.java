package org.restante.core.sasl;

import java.util.Locale;
import org.restante.account.Account;
import org.restante.account.Authentication;
import org.restante.sasl.SaslStep;

/**
 * Whom a client wants to act for: nobody but itself, by whatever name of its own.
 *
 * @param name the authorization identity; empty for itself
 * @param login the name that it logs in with
 * @rfc 4422 3.4.1
 */
record ActsFor(String name, String login) {

  /** The last step of a login, held against this. */
  SaslStep of(SaslStep last) {
    return last instanceof SaslStep.Granted(Account account) && !isOneOf(account)
        ? new SaslStep.Denied(Authentication.Reason.INVALID_CREDENTIALS)
        : last;
  }

  private boolean isOneOf(Account account) {
    String address = name.toLowerCase(Locale.ROOT);
    return name.isEmpty()
        || name.equals(login)
        || address.equals(account.address())
        || account.aliases().contains(address);
  }
}
