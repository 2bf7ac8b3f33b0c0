/**
 * Every kind of session at once, while plugins are replaced under them: what each client is told is
 * compared with what was done.
 *
 * <p>Invariants: a mailbox has one writer, which knows what it did; a writer begins a new round of
 * changes only when every session of the mailbox has been told of the last one, and within a round
 * no message is changed twice, so that nothing may be left out and nothing may come twice; a time
 * is taken from the moment at which a command was due, so that a pause shows in all that waits
 * behind it.
 */
@NullMarked
package org.restante.bench.swap;

import org.jspecify.annotations.NullMarked;
