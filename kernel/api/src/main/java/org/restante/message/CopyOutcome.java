package org.restante.message;

/**
 * What a copy or move did, in the terms of COPYUID: the n-th UID of {@code from} is now the n-th
 * UID of {@code to}.
 *
 * @param uidValidity the target's UIDVALIDITY
 * @param from the messages that were there to copy, ascending
 * @param to their new UIDs, ascending
 * @rfc 4315 3
 */
public record CopyOutcome(long uidValidity, UidSet from, UidSet to) {}
