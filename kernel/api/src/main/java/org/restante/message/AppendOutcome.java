package org.restante.message;

/**
 * Where appended messages are now, in the terms of APPENDUID.
 *
 * @param uidValidity the mailbox's UIDVALIDITY
 * @param uids the new UIDs, in the order of the messages
 * @rfc 4315 3
 */
public record AppendOutcome(long uidValidity, UidSet uids) {}
