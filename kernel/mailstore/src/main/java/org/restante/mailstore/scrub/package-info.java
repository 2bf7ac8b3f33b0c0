/**
 * Whether everything that is kept about an account agrees: counters with rows, quota with sizes,
 * rows with each other and with contents.
 *
 * <p>Invariants: an inspection reads one snapshot, writes nothing, and needs memory for one
 * mailbox's numbers only; the content of a message that went while it was inspected is no finding.
 */
@NullMarked
package org.restante.mailstore.scrub;

import org.jspecify.annotations.NullMarked;
