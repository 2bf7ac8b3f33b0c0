package org.restante.status;

import org.restante.account.Authenticator;
import org.restante.mail.MailStore;

/**
 * What all sessions share.
 *
 * @param inactivitySeconds after so much silence a session ends
 * @param mostMailboxes that one command may name
 */
record StatusServices(
    MailStore store,
    Authenticator authenticator,
    StatusMeters meters,
    int inactivitySeconds,
    int mostMailboxes) {

  StatusServices {
    if (inactivitySeconds < 1 || mostMailboxes < 1) {
      throw new IllegalArgumentException("inactivitySeconds and mostMailboxes are at least 1");
    }
  }
}
