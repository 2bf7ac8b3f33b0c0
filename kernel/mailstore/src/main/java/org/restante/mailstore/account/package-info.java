/**
 * Accounts in memory: their counters and mailboxes, how a commit moves them on, and the engine
 * below.
 *
 * <p>Invariants: one writer at a time per account, under a fair lock that is held over the commit,
 * so changes are published in MODSEQ order; what is in memory moves on only after COMMITTED, and is
 * dropped and read again where a commit ended in any other way; readers take no lock; everything in
 * memory belongs to one instance of the engine and goes with it.
 *
 * <p>Limits of the engine are asked for and are hard: an operation that has to be one commit
 * (append, copy, move, rename, flags) and does not fit into {@code batchOperations} and {@code
 * batchOctets} is refused as {@link org.restante.refusal.LimitReached} and changes nothing; what
 * may be cut (expunge, the messages of a deleted mailbox or account) is cut into commits each of
 * which is consistent in itself and can be resumed. An engine on one machine should therefore
 * promise wide limits.
 */
@NullMarked
package org.restante.mailstore.account;

import org.jspecify.annotations.NullMarked;
