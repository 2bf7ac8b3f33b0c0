/**
 * What was removed and is kept for a time: how it is listed, comes back, and goes for good.
 *
 * <p>Invariants: what is retained is in no mailbox and counts for no quota; it comes back, or goes,
 * by commits on its account like any others; what goes is unlinked only, so that a reader who has
 * its content open reads on; purging goes in slices at a bounded rate, and a slice that is done
 * need not be done again.
 */
@NullMarked
package org.restante.mailstore.retention;

import org.jspecify.annotations.NullMarked;
