package org.restante.testkit.mail;

import org.restante.account.AccountDirectory;
import org.restante.mail.ExactImport;
import org.restante.mail.MailStore;
import org.restante.retention.Retention;

/** A mail store with its accounts, what it retains, and its import, to be tested. */
public record MailWorld(
    MailStore store, AccountDirectory accounts, Retention retention, ExactImport imports) {}
