package org.restante.testkit.mail;

import org.restante.account.AccountDirectory;
import org.restante.account.DomainDirectory;
import org.restante.mail.MailStore;

/** A mail store, its accounts and domains, to be tested. */
public record MailWorld(MailStore store, AccountDirectory accounts, DomainDirectory domains) {}
