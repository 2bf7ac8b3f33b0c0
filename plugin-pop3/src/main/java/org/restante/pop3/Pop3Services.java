package org.restante.pop3;

import java.time.Clock;
import org.restante.account.Authenticator;
import org.restante.mail.MailStore;
import org.restante.pop3.maildrop.MaildropLocks;
import org.restante.sasl.Sasl;

/** What all sessions of a plugin share. */
record Pop3Services(
    MailStore store,
    Authenticator authenticator,
    Sasl sasl,
    Pop3Meters meters,
    Pop3Settings settings,
    MaildropLocks locks,
    Clock clock) {

  /** The same with other settings. */
  Pop3Services with(Pop3Settings changed) {
    return new Pop3Services(store, authenticator, sasl, meters, changed, locks, clock);
  }
}
