package org.restante.retention;

import java.time.Instant;
import org.restante.mailbox.MailboxName;

/**
 * A deleted mailbox.
 *
 * @param id its id
 * @param name what it was called
 * @param uidValidity its UIDVALIDITY
 * @param messages how many messages it has
 * @param octets their octets
 * @param removed when it was deleted
 */
public record RetainedMailbox(
    long id, MailboxName name, long uidValidity, long messages, long octets, Instant removed) {}
