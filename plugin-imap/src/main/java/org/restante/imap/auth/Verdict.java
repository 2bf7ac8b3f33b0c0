package org.restante.imap.auth;

import org.restante.account.Account;
import org.restante.account.Authentication;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Refused;

/** How a login ends, whichever way it was made. */
final class Verdict {
  private Verdict() {}

  static Completion granted(Conversation conversation, String mechanism, Account account) {
    conversation.connection().meter().authentication(mechanism, true);
    conversation.loggedIn(account.id());
    return Completion.ok("CAPABILITY " + conversation.capabilities(), "Logged in");
  }

  /**
   * Tells no more than RFC 5530 has words for, and a disabled account nothing else than a wrong
   * password.
   *
   * @rfc 5530 3
   */
  static Completion denied(
      Conversation conversation, String mechanism, Authentication.Reason reason) {
    conversation.connection().meter().authentication(mechanism, false);
    return switch (reason) {
      case INVALID_CREDENTIALS, DISABLED ->
          Completion.no("AUTHENTICATIONFAILED", "Wrong name or password");
      case THROTTLED -> Completion.no("UNAVAILABLE", "Too many attempts; try again later");
      case UNAVAILABLE -> Completion.no("UNAVAILABLE", "Logins can't be verified now");
    };
  }

  static Refused privacyRequired() {
    return new Refused("PRIVACYREQUIRED", "Use STARTTLS first");
  }
}
