package org.restante.smtp.delivery;

import org.restante.account.AccountId;
import org.restante.smtp.path.Path;

/** A recipient whose RCPT was answered with 250. */
public record AcceptedRecipient(Path path, AccountId account) {}
