package org.restante.testkit.mail;

import org.restante.account.AccountDirectory;
import org.restante.account.DomainDirectory;
import org.restante.mail.ExactImport;
import org.restante.mail.MailStore;
import org.restante.retention.Retention;

/** A mail store with its accounts and domains, what it retains, and its import, to be tested. */
public record MailWorld(
    MailStore store,
    AccountDirectory accounts,
    DomainDirectory domains,
    Retention retention,
    ExactImport imports) {}
