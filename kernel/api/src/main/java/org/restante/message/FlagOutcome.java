package org.restante.message;

/**
 * What a change of flags did. Messages that already had the flags are in neither set: they keep
 * their MODSEQ.
 *
 * @param updated messages whose flags are now different
 * @param conflicting messages left alone because they changed after UNCHANGEDSINCE
 * @param modSeq the MODSEQ of this change; the mailbox's highest one where nothing changed
 */
public record FlagOutcome(UidSet updated, UidSet conflicting, long modSeq) {}
