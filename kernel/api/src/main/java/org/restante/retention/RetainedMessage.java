package org.restante.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.restante.message.Flags;

/**
 * An expunged message.
 *
 * @param messageId its id in the account
 * @param mailbox the id of the mailbox that it was in
 * @param uid its UID there
 * @param flags its flags, {@code \\Deleted} left out
 * @param size its octets
 * @param internalDate its INTERNALDATE
 * @param removed when it was expunged
 */
public record RetainedMessage(
    long messageId,
    long mailbox,
    long uid,
    Flags flags,
    long size,
    OffsetDateTime internalDate,
    Instant removed) {}
