/**
 * Consistent readings of a mailbox: its view and, of the same instant, a snapshot of the rows.
 *
 * <p>Invariants: a visitor of messages is never called inside of an engine call; a snapshot whose
 * engine has gone reads on from the next one, except for the change log, which fails as {@link
 * org.restante.refusal.StoreUnavailable}.
 */
@NullMarked
package org.restante.mailstore.snapshot;

import org.jspecify.annotations.NullMarked;
