package org.restante.testkit.mail;

import org.restante.account.AccountDirectory;
import org.restante.mail.MailStore;

/** A mail store and its accounts, to be tested. */
public record MailWorld(MailStore store, AccountDirectory accounts) {}
