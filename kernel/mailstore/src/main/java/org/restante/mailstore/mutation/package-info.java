/**
 * What changes mailboxes, one class for each kind of change: each puts its rows into a {@link
 * org.restante.mailstore.account.Commit} and changes nothing else.
 *
 * <p>Invariants: an operation may be run again on a fresh commit; it reads under the account's
 * lock; UIDs, message ids, mailbox ids and UIDVALIDITYs are taken from counters that are in the
 * same commit and only rise.
 */
@NullMarked
package org.restante.mailstore.mutation;

import org.jspecify.annotations.NullMarked;
