package org.restante.mailbox;

import java.util.Optional;

/**
 * A mailbox and its counters at one instant; nothing was counted to get them.
 *
 * @param ref which mailbox
 * @param name its name
 * @param uidValidity set at creation, never changed
 * @param uidNext above every UID ever given
 * @param highestModSeq MODSEQ of its latest change, at least 1
 * @param exists messages in it
 * @param unseen of these, without {@code \Seen}
 * @param deleted of these, with {@code \Deleted}
 * @param recentFrom from here on no session has claimed messages as recent
 * @param octets sum of their sizes
 * @param specialUse what it is for (RFC 6154)
 */
public record Mailbox(
    MailboxRef ref,
    MailboxName name,
    long uidValidity,
    long uidNext,
    long highestModSeq,
    long exists,
    long unseen,
    long deleted,
    long recentFrom,
    long octets,
    Optional<SpecialUse> specialUse) {}
