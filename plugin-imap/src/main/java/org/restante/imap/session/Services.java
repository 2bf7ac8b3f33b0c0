package org.restante.imap.session;

import org.restante.account.AccountDirectory;
import org.restante.account.Authenticator;
import org.restante.imap.extension.ExtensionTable;
import org.restante.imap.meter.ImapFigures;
import org.restante.imap.settings.ImapSettings;
import org.restante.mail.MailStore;
import org.restante.sasl.Sasl;

/**
 * What every session of a plugin shares.
 *
 * @param store the mail
 * @param accounts whose mail it is, and how much of it there may be
 * @param authenticator verifies LOGIN
 * @param sasl verifies AUTHENTICATE
 * @param settings the operator's
 * @param figures for the dashboards
 * @param extensions what CAPABILITY shows and ENABLE knows
 */
public record Services(
    MailStore store,
    AccountDirectory accounts,
    Authenticator authenticator,
    Sasl sasl,
    ImapSettings settings,
    ImapFigures figures,
    ExtensionTable extensions) {

  /** The same with other settings. */
  public Services with(ImapSettings changed) {
    return new Services(store, accounts, authenticator, sasl, changed, figures, extensions);
  }
}
