package org.restante.imap.extension;

import java.util.Optional;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.imap.settings.ImapSettings;
import org.restante.imap.state.State;
import org.restante.protocol.Connection;
import org.restante.sasl.Sasl;

/**
 * Where a client stands: all that its capabilities can depend on.
 *
 * @param state of its session
 * @param connection how it is connected
 * @param account who it is; absent before a login
 * @param settings the operator's
 * @param sasl the mechanisms of AUTHENTICATE
 * @param accounts what is known of whoever it is
 * @rfc 3501 7.2.1
 */
public record Standing(
    State state,
    Connection connection,
    Optional<AccountId> account,
    ImapSettings settings,
    Sasl sasl,
    AccountDirectory accounts) {}
